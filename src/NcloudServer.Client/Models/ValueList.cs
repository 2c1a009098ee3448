using System.Collections.ObjectModel;

namespace NcloudServer.Models;

/// <summary>A list that prints its values, in a CSV file and wherever else a value is made a text.</summary>
internal sealed class ValueList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    public static ValueList<T> None { get; } = new([]);

    public override string ToString() => string.Join(", ", this);
}

/// <summary>A dictionary that prints its members, its names without regard to case.</summary>
internal sealed class ValueDictionary() : Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
{
    public override string ToString() => string.Join("; ", this.Select(member => $"{member.Key}={member.Value}"));
}
