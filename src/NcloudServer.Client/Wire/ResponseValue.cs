using NcloudServer.Models;

namespace NcloudServer.Wire;

/// <summary>
/// Reads a value whatever it came as: numbers come as texts, texts as numbers, absent values as <c>""</c>, <c>" "</c> or null. What can't be
/// read as its type is the type's default: one odd field must not cost the server it belongs to.
/// </summary>
internal static class ResponseValue
{
    public delegate T Reader<out T>(JsonElement value);

    /// <summary>Trimmed; empty for what is no single value.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => string.Empty,
    };

    /// <summary>The text of a member; empty where there is none.</summary>
    public static string Text(JsonElement fields, ReadOnlySpan<byte> name) => Text(Member(fields, name));

    /// <summary>A member; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement fields, ReadOnlySpan<byte> name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out JsonElement value) ? value : default;

    public static int Int32(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : Count(Text(value)) ?? 0;

    /// <summary>A number whose absence says something else than 0.</summary>
    public static int? Count(string text) =>
        int.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out int number) ? number : null;

    public static long Int64(JsonElement value) =>
        long.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out long number) ? number : 0;

    public static bool Boolean(JsonElement value) =>
        Text(value) is var text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text is "1" or "Y" or "y");

    public static DateTimeOffset? Date(JsonElement value) => Date(Text(value));

    /// <summary>Dates end in <c>+0900</c>, without a colon.</summary>
    public static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    public static CodeName? CodeName(JsonElement value)
    {
        string code = value.ValueKind == JsonValueKind.Object ? Text(value, "code"u8) : Text(value);
        return code.Length > 0 ? new CodeName(code, Text(value, "codeName"u8)) : null;
    }

    public static BlockDevicePartition Partition(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new BlockDevicePartition { MountPoint = Text(value, "mountPoint"u8), PartitionSize = Text(value, "partitionSize"u8) }
        : new BlockDevicePartition { MountPoint = Text(value) };

    public static bool IsListOfObjects(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;

        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                return false;
        }

        return true;
    }

    /// <summary>The items of a list that there are; none where there is no list.</summary>
    public static IReadOnlyList<T> List<T>(JsonElement list, Reader<T> read)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return ValueList<T>.None;

        var items = new List<T>(list.GetArrayLength());
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Null)
                items.Add(read(item));
        }

        return new ValueList<T>(items);
    }

    /// <summary>
    /// A value of unknown shape as dictionaries, lists, texts and booleans. Numbers stay texts, and a text that says true or false is a
    /// boolean, because XML knows no types and both formats have to give the same.
    /// </summary>
    public static object? Any(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Members(value),
        JsonValueKind.Array => new ValueList<object?>(value.EnumerateArray().Select(Any).ToArray()),
        _ => Text(value) switch { "true" => true, "false" => false, var text => text },
    };

    private static ValueDictionary Members(JsonElement value)
    {
        var members = new ValueDictionary();
        foreach (JsonProperty member in value.EnumerateObject())
            members[member.Name] = Any(member.Value);

        return members;
    }
}
