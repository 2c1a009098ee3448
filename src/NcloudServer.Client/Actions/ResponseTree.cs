using System.Text.Json;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>Reads a reply with every field that it has, whatever the action; JSON and rewritten XML give the same.</summary>
/// <param name="isRaw">Whether pairs of code and name, and dates, stay what they are in the reply.</param>
/// <param name="keepsTypes">Whether values have the types of the JSON, and not those that their names tell.</param>
internal sealed class ResponseTree(bool isRaw, bool keepsTypes = false)
{
    private const string ListSuffix = "List";

    /// <summary>Reads an object of a reply.</summary>
    /// <param name="fields">The object; undefined for none.</param>
    public ResponseObject Read(JsonElement fields) => Fields("response", fields);

    /// <summary>What an item of a list is: its name without <c>List</c>.</summary>
    public static string ItemName(string list) => IsListName(list) ? list.Substring(0, list.Length - ListSuffix.Length) : list;

    /// <summary>Whether a field of that name is a list.</summary>
    public static bool IsListName(string name) => name.Length > ListSuffix.Length && name.EndsWith(ListSuffix, StringComparison.Ordinal);

    /// <summary>A name as the module writes it: its first letter is a capital.</summary>
    public static string HouseCase(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private ResponseObject Fields(string name, JsonElement element)
    {
        var result = new ResponseObject(HouseCase(name));
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return result;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            result.Add(property.Name, Value(property.Name, property.Value));
        }

        return result;
    }

    /// <summary>Reads any value of a reply.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="element">The value; undefined for none.</param>
    public object? Value(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined when keepsTypes => null,
        JsonValueKind.True or JsonValueKind.False when keepsTypes => element.GetBoolean(),
        JsonValueKind.Number when keepsTypes => ResponseScalar.Typed("number", element.GetRawText()),
        JsonValueKind.String when keepsTypes => isRaw ? element.GetString() : ResponseScalar.DateOr(element.GetString()!),
        JsonValueKind.Object => Structure(name, element),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Value(ItemName(name), item)).ToArray(),
        JsonValueKind.String => Scalar(name, element.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => Scalar(name, string.Empty),
        _ => Scalar(name, element.GetRawText()),
    };

    // XML has the same empty element for an empty list, an empty object and an empty text.
    private object Scalar(string name, string text) =>
        ResponseScalar.Typed(name, text, keepsDates: isRaw) is var value && value is string { Length: 0 } && IsListName(name)
            ? Array.Empty<object?>()
            : value;

    private object? Structure(string name, JsonElement element)
    {
        if (!isRaw && !keepsTypes && IsCode(element))
        {
            return ResponseValue.CodeName(element);
        }

        ResponseObject result = Fields(name, element);
        return result.Members.Count > 0 || keepsTypes ? result : Scalar(name, string.Empty);
    }

    private static bool IsCode(JsonElement element) => element.TryGetProperty("code", out _) && element.EnumerateObject().All(property =>
        property.Name is "code" or "codeName" && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));
}
