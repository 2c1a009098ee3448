using System.Runtime.CompilerServices;
using NcloudServer.Completion;

namespace NcloudServer.Binding;

/// <summary>The objects that numbers are taken from, and what they tell of the server.</summary>
internal static class NumberSource
{
    private const int LongestName = 100;

    private static readonly string[] s_regionNames = ["RegionCode", "Region"];

    // The engine hands on the numbers alone. What was piped it hands on too; an argument, and the elements of a list, are kept here, as long as
    // the numbers. Made when the first object comes: many commands have none.
    private static ConditionalWeakTable<string?[], object>? s_sources;

    /// <summary>Keeps where numbers come from: the one object, or the list of what each was taken from.</summary>
    public static string?[] Keep(string?[] numbers, object source)
    {
        Interlocked.CompareExchange(ref s_sources, new ConditionalWeakTable<string?[], object>(), null);
        s_sources!.Add(numbers, source);
        return numbers;
    }

    /// <summary>
    /// The object that one of the numbers of an argument, or of one piped object, was taken from; or null. What holds the number itself goes
    /// before what holds that: a server in a group, before the group.
    /// </summary>
    public static object? Of(string?[] numbers, int index, object? piped)
    {
        object? source = null;
        if (s_sources?.TryGetValue(numbers, out source) == true && source is IList items)
            source = items[index];

        return TellsMore(source) ? source : IsObject(piped) ? piped : null;
    }

    /// <summary>Whether a value tells more than a number: an object, or the target of an error, which brings its region along.</summary>
    public static bool TellsMore(object? value) =>
        IsObject(value) || (value is PSObject { BaseObject: string } target && target.Properties["RegionCode"] is not null);

    /// <summary>Whether a value has properties that tell something: no text, no number, no list.</summary>
    public static bool IsObject(object? value) => PowerShellValue.BaseOf(value) switch
    {
        null or string or ValueType or ScriptBlock => false,
        IDictionary => true,
        object one => one is not IEnumerable,
    };

    /// <summary>What an object has as its number, of whatever type, or as its numbers; null for nothing.</summary>
    public static object? NumberOf(object source)
    {
        foreach (string name in ServerInstanceNoAttribute.PropertyNames)
        {
            object? number = PowerShellValue.Property(source, name);
            if (PowerShellValue.BaseOf(number) is not (null or IList { Count: 0 }))
                return number;
        }

        return null;
    }

    /// <summary>The region of a number: the bound one, else that of the object which it was taken from, else that of what was piped.</summary>
    /// <exception cref="NcpParameterException">The object has several.</exception>
    public static string? RegionOf(string? bound, object? source, object? piped) =>
        !string.IsNullOrWhiteSpace(bound) ? bound
        : RegionOf(source) ?? (source is null || ReferenceEquals(source, piped) ? null : RegionOf(piped));

    // The engine binds neither what is no single text, such as a list of one, nor what belongs to an argument or to a part of what is piped.
    private static string? RegionOf(object? source)
    {
        foreach (string name in source is null ? [] : s_regionNames)
        {
            if (PowerShellValue.Property(source, name) is not { } value)
                continue;

            string[] regions = LanguagePrimitives.ConvertTo<string?[]>(value)
                .Select(region => region?.Trim() ?? string.Empty)
                .Where(region => region.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            if (regions.Length > 1)
                throw new NcpParameterException(name, $"It has several regions: {string.Join(", ", regions)}.", "Pipe an object for each region.");

            if (regions.Length == 1)
                return regions[0];
        }

        return null;
    }

    /// <summary>The name of the server: the object's own, else the one that this session has seen; null where neither knows.</summary>
    public static string? NameOf(string number, string? regionCode, object? source)
    {
        string? name = PowerShellValue.BaseOf(source) is ServerInstance server ? server.ServerName
            : source is null ? null
            : PowerShellValue.BaseOf(PowerShellValue.Property(source, "ServerName")
                ?? (PowerShellValue.Property(source, "Name") is { } own && Holds(source, number) ? own : null)) as string;
        name = string.IsNullOrWhiteSpace(name) ? SeenObjects.NameOf(number, regionCode) : name;
        return string.IsNullOrWhiteSpace(name) ? null : PlainText.Of(name!.Trim(), LongestName);
    }

    // What does not hold the number itself is no server: the name of a group is its own.
    private static bool Holds(object source, string number) => PowerShellValue.BaseOf(NumberOf(source)) is not (null or IList)
        || (PowerShellValue.BaseOf(source) is PSCustomObject && PSObject.AsPSObject(source).Properties
            .Any(property => PowerShellValue.ValueOrNull(property)?.ToString()?.Trim() == number));
}
