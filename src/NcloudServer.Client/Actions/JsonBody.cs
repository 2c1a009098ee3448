using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>The body of a request to a REST service.</summary>
/// <param name="bytes">The JSON as it is sent.</param>
internal sealed class JsonBody(byte[] bytes)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON as it is sent.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Its single values, named by their places, for what may be shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; } = ValuesOf(bytes);

    /// <summary>Takes a body from a user: a text that is JSON as it is, anything else as the JSON that it becomes.</summary>
    /// <param name="value">The body.</param>
    /// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
    /// <exception cref="NcpParameterException">It can't be sent.</exception>
    public static JsonBody Of(object? value, Func<object, object?> unwrap)
    {
        object body = (value is null ? null : unwrap(value)) ?? throw Refused("is $null", "Leave -Body out, or give a dictionary.");
        if (body is string text)
        {
            return OfText(text);
        }

        JsonNode? tree = new BodyWriter(unwrap).Write(body);
        if (tree is not (JsonObject or JsonArray))
        {
            throw Refused(
                $"is a {body.GetType().Name}, which is no object", "Give a dictionary, an object with properties, a list, or a text that is JSON.");
        }

        return new JsonBody(Encoding.UTF8.GetBytes(tree.ToJsonString(s_options)));
    }

    private static JsonBody OfText(string text)
    {
        try
        {
            return new JsonBody(Encoding.UTF8.GetBytes(ParameterText.Complete(text)));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // The error of the parser quotes what may be a part of a password.
            throw Refused("is a text that is not JSON", "Give a dictionary or an object, of which the module makes JSON, or a text that is JSON.");
        }
    }

    private static KeyValuePair<string, string>[] ValuesOf(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ValuesOf(string.Empty, document.RootElement).ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(string name, JsonElement element)
    {
        string prefix = name.Length == 0 ? string.Empty : name + ".";
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => ValuesOf(prefix + member.Name, member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => ValuesOf(prefix + ParameterText.Of(i + 1), item)),
            JsonValueKind.Null => [new(name, "null")],
            _ => [new(name, ResponseValue.Text(element))],
        };
    }

    private static NcpParameterException Refused(string what, string advice) => new("Body", $"The body {what}.", advice);
}
