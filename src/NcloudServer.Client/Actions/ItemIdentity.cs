using System.Globalization;

namespace NcloudServer.Actions;

/// <summary>Tells the items of a list apart.</summary>
/// <param name="hasIds">Whether a field <c>id</c> is an item's number too, as in REST services.</param>
internal sealed class ItemIdentity(bool hasIds)
{
    /// <summary>
    /// The item's own number (<c>serverInstanceNo</c> of a server instance), since other fields change from one look to the next; where it
    /// has none, all of it.
    /// </summary>
    public string Of(object item) => NumberOf(item) ?? Text(item);

    /// <summary>Whether the item has a number of its own: two that are equal are one item then.</summary>
    public bool IsNumbered(object item) => NumberOf(item) is not null;

    private string? NumberOf(object item) => item switch
    {
        ServerInstance server => server.ServerInstanceNo,
        ResponseObject one => one[one.Name + "No"] is string { Length: > 0 } number ? number
            : hasIds && one["id"] is { } id && id is string { Length: > 0 } or long ? Text(id) : null,
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
