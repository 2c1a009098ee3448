using System.Collections;
using System.Runtime.CompilerServices;
using NcloudServer.Completion;
using NcloudServer.Failures;

namespace NcloudServer.Binding;

/// <summary>The objects that numbers are taken from, and what they tell of the server.</summary>
internal static class NumberSource
{
    private const int LongestName = 100;

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

    /// <summary>The object that one of the numbers of an argument, or of one piped object, was taken from; or null.</summary>
    public static object? Of(string?[] numbers, int index, object? piped)
    {
        object? source = piped;
        if (!IsObject(source) && s_sources?.TryGetValue(numbers, out source) == true && source is IList items)
            source = items[index];

        return IsObject(source) ? source : null;
    }

    /// <summary>Whether a value has properties that tell something: no text, no number, no list.</summary>
    public static bool IsObject(object? value) => PowerShellValue.BaseOf(value) switch
    {
        null or string or ValueType or ScriptBlock => false,
        IDictionary => true,
        object one => one is not IEnumerable,
    };

    /// <summary>The number that an object has as a property, whatever its type; or null.</summary>
    public static object? NumberOf(object source)
    {
        object? number = null;
        foreach (string name in ServerInstanceNoAttribute.PropertyNames)
            number ??= PowerShellValue.BaseOf(PowerShellValue.Property(source, name));

        return number;
    }

    /// <summary>The region that an object has as a property; or null.</summary>
    public static string? RegionOf(object source) =>
        (PowerShellValue.Property(source, "RegionCode") ?? PowerShellValue.Property(source, "Region"))?.ToString();

    /// <summary>The name of the server: the object's own, else the one that this session has seen; null where neither knows.</summary>
    public static string? NameOf(string number, string? regionCode, object? source)
    {
        string? name = PowerShellValue.BaseOf(source) is ServerInstance server ? server.ServerName
            : source is null ? null
            : (PowerShellValue.Property(source, "ServerName") ?? PowerShellValue.Property(source, "Name"))?.ToString();
        name = string.IsNullOrWhiteSpace(name) ? SeenObjects.NameOf(number, regionCode) : name;
        return string.IsNullOrWhiteSpace(name) ? null : PlainText.Of(name!.Trim(), LongestName);
    }
}
