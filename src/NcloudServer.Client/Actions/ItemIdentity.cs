using System.Globalization;

namespace NcloudServer.Actions;

/// <summary>Tells the items of a list of any action apart.</summary>
internal static class ItemIdentity
{
    /// <summary>
    /// The item's own number (<c>serverInstanceNo</c> of a server instance), since other fields change from one look to the next; where it
    /// has none, all of it.
    /// </summary>
    public static string Of(object item) => NumberOf(item) ?? Text(item);

    /// <summary>Whether the item has a number of its own: two that are equal are one item then.</summary>
    public static bool IsNumbered(object item) => NumberOf(item) is not null;

    private static string? NumberOf(object item) => item switch
    {
        ServerInstance server => server.ServerInstanceNo,
        ResponseObject one => one[one.Name + "No"] is string { Length: > 0 } number ? number
            : one["id"] is { } id && id is string { Length: > 0 } or long ? Text(id) : null,
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        ResponseObject one => $"{{{string.Join(",", one.Members.Select(member => $"{member.Key}={Text(member.Value)}"))}}}",
        IReadOnlyList<object?> list => $"[{string.Join(",", list.Select(Text))}]",
        CodeName code => code.Code,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? string.Empty,
    };
}
