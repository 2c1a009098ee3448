using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NcloudServer.Simulator;

/// <summary>The JSON of the control addresses.</summary>
internal static class ControlJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A setting that is spelt wrong has to be an error: a test would pass for the wrong reason.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Response Response(object value) => new(200, ContentTypes.Json, JsonSerializer.SerializeToUtf8Bytes(value, Options));

    /// <summary>One value or an array of them: PowerShell turns an array of one into its only item.</summary>
    public static IReadOnlyList<T> ReadSeveral<T>(string body) => JsonNode.Parse(body) switch
    {
        JsonArray array => array.Select(item => item.Deserialize<T>(Options) ?? throw new JsonException("null is not allowed.")).ToList(),
        { } single => [single.Deserialize<T>(Options)!],
        null => throw new JsonException("null is not allowed."),
    };

    /// <summary>A copy of the settings with the given properties changed.</summary>
    public static T Merge<T>(T current, string body)
    {
        if (JsonNode.Parse(body) is not JsonObject given)
        {
            throw new JsonException("An object is expected.");
        }

        JsonObject merged = JsonSerializer.SerializeToNode(current, Options)!.AsObject();
        foreach ((string name, JsonNode? value) in given)
        {
            merged[JsonNamingPolicy.CamelCase.ConvertName(name)] = value?.DeepClone();
        }

        return merged.Deserialize<T>(Options)!;
    }
}
