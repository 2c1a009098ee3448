using System.Management.Automation;

namespace NcloudServer.Demo;

/// <summary>A command, and what it must write.</summary>
/// <param name="Command">As it is typed.</param>
/// <param name="Outcomes">
/// A server as its number, an error as "target id", anything else as text. Null checks only that there is something.
/// </param>
internal sealed record Step(string Command, params string[]? Outcomes)
{
    /// <summary>Servers that are waited for come out as they arrive.</summary>
    public bool InAnyOrder { get; init; }

    public bool IsMetBy(string[] outcomes) => Outcomes is null
        ? outcomes.Length > 0
        : Ordered(outcomes).SequenceEqual(Ordered(Outcomes));

    public static string TextOf(object? output) => output is PSObject { BaseObject: ErrorRecord error }
        ? $"{error.TargetObject} {error.FullyQualifiedErrorId.Split(',')[0]}"
        : (output as PSObject)?.Properties["ServerInstanceNo"]?.Value as string ?? $"{output}";

    private IEnumerable<string> Ordered(string[] outcomes) => InAnyOrder ? outcomes.Order(StringComparer.Ordinal) : outcomes;
}
