using System.Text.RegularExpressions;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>
/// Reads a response with every field that it has, whatever the action. A value has the type that the field's name and the value's text tell:
/// XML knows no types, JSON has numbers as texts and texts as numbers, and both have to give the same.
/// </summary>
/// <remarks>Source of the names: the response types of NAVER's Go SDK, whose numbers and texts this tells apart without a fault.</remarks>
/// <param name="isRaw">Whether pairs of code and name, and dates, stay what they are in the response.</param>
/// <param name="keepsTypes">Whether values have the types of the JSON, and not those that their names tell.</param>
internal sealed class ResponseTree(bool isRaw, bool keepsTypes = false)
{
    private const string ListSuffix = "List";

    // The last word of names whose values are texts even if they look like a number, a date or a truth value.
    private static readonly string[] s_textWords =
    [
        "no", "id", "code", "name", "description", "password", "key", "ip", "message", "version", "value", "range", "block", "prefix",
        "fingerprint", "content", "memo", "address", "uuid", "tag", "label", "comment", "domain", "host", "title", "token", "secret",
        "passwd",
    ];

    // Points in time whose texts are not always dates of the platform's form.
    private static readonly string[] s_timeWords = ["date", "time", "month", "day", "year", "uptime"];

    // "No" of "serverInstanceNo", "IP" of "publicIP", all of a name of one word. Figures at the end do not count.
    private static readonly Regex s_lastWord = new(@"(\p{Lu}?\p{Ll}+|\p{Lu}+)(?=\d*\z)", RegexOptions.RightToLeft);

    // As numbers are written: without leading zeros, signs of plus, or spaces. An exponent has a point before it, as in the 1.0E7 of a Java
    // service; 12E3 might be an id.
    private static readonly Regex s_number = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+(E-?[0-9]+)?)?\z");

    /// <summary>What an item of a list is: its name without <c>List</c>.</summary>
    public static string ItemName(string list) => IsListName(list) ? list.Substring(0, list.Length - ListSuffix.Length) : list;

    public static bool IsListName(string name) => name.Length > ListSuffix.Length && name.EndsWith(ListSuffix, StringComparison.Ordinal);

    /// <summary>A name as the module writes it: its first letter is a capital.</summary>
    public static string HouseCase(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>Reads an object, or nothing where the element is undefined.</summary>
    public ResponseObject Read(JsonElement fields, string name = "response")
    {
        var result = new ResponseObject(HouseCase(name));
        if (fields.ValueKind != JsonValueKind.Undefined)
        {
            foreach (JsonProperty property in fields.EnumerateObject())
                result.Add(property.Name, Value(property.Name, property.Value));
        }

        return result;
    }

    public object? Value(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => keepsTypes ? null : Typed(name, string.Empty),
        JsonValueKind.True or JsonValueKind.False when keepsTypes => element.GetBoolean(),
        JsonValueKind.Number when keepsTypes => Number(element.GetRawText()) ?? element.GetRawText(),
        JsonValueKind.String when keepsTypes => isRaw ? element.GetString() : Date(element.GetString()!) ?? (object?)element.GetString(),
        JsonValueKind.Object => Structure(name, element),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Value(ItemName(name), item)).ToArray(),
        JsonValueKind.String => Typed(name, element.GetString()!),
        _ => Typed(name, element.GetRawText()),
    };

    private object? Structure(string name, JsonElement element)
    {
        if (!isRaw && !keepsTypes && IsCode(element))
            return ResponseValue.CodeName(element);

        ResponseObject result = Read(element, name);
        return result.Members.Count > 0 || keepsTypes ? result : Typed(name, string.Empty);
    }

    private static bool IsCode(JsonElement element) => element.TryGetProperty("code", out _) && element.EnumerateObject().All(property =>
        property.Name is "code" or "codeName" && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));

    private object Typed(string name, string text)
    {
        string trimmed = text.Trim(), word = s_lastWord.Match(name).Value;
        return trimmed.Length == 0
            // XML has the same empty element for an empty list, an empty object and an empty text.
            ? IsListName(name) ? Array.Empty<object?>() : string.Empty
            : Contains(s_textWords, word) ? text
            : trimmed is "true" or "false" ? trimmed == "true"
            : !isRaw && Date(trimmed) is { } date ? date
            : !Contains(s_timeWords, word) && Number(trimmed) is { } number ? number
            : text;
    }

    private static bool Contains(string[] words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    // As 2024-05-06T07:08:09+0900. Anything less exact might be something else.
    private static DateTimeOffset? Date(string text) =>
        text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
        && (text[text.Length - 1] == 'Z' || text.IndexOf('+', 19) > 0 || text.IndexOf('-', 19) > 0)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            ? date
            : null;

    private static object? Number(string text) => !s_number.IsMatch(text) ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? (object)whole
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact
        : null;
}
