using System.Collections;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using NcloudServer.Wire;

namespace NcloudServer.Actions;

/// <summary>The body of a request to a REST service.</summary>
internal sealed class JsonBody(byte[] bytes)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Bytes => bytes;

    /// <summary>Its single values, named by their places, for what may be shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; } =
        ValuesOf(string.Empty, JsonSerializer.Deserialize<JsonElement>(bytes)).ToArray();

    /// <summary>Takes a body from a user: a text that is JSON as it is, anything else as the JSON that it becomes.</summary>
    /// <exception cref="NcpParameterException">It can't be sent.</exception>
    public static JsonBody Of(object? value, Func<object, object?> unwrap)
    {
        object body = (value is null ? null : unwrap(value)) ?? throw Refused("is $null", "Leave -Body out, or give a dictionary.");
        return body is string text ? OfText(text)
            : new BodyWriter(unwrap).Node("Body", body, depth: 0) is var tree and (JsonObject or JsonArray)
            ? new JsonBody(Encoding.UTF8.GetBytes(tree.ToJsonString(s_options)))
            : throw Refused(
                $"is a {body.GetType().Name}, which is no object", "Give a dictionary, an object with properties, a list, or a text that is JSON.");
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

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(string name, JsonElement element)
    {
        (string prefix, string own) = name.Length == 0 ? (string.Empty, "Body") : (name + ".", name);
        return element.ValueKind switch
        {
            // What empties something is shown before it is sent.
            JsonValueKind.Object => element.EnumerateObject()
                .SelectMany(member => ValuesOf(prefix + member.Name, member.Value)).DefaultIfEmpty(new(own, "{}")),
            JsonValueKind.Array => element.EnumerateArray()
                .SelectMany((item, i) => ValuesOf(prefix + ParameterText.Of(i + 1), item)).DefaultIfEmpty(new(own, "[]")),
            JsonValueKind.Null => [new(own, "null")],
            _ => [new(own, ResponseValue.Text(element))],
        };
    }

    private static NcpParameterException Refused(string what, string advice) => new("Body", $"The body {what}.", advice);

    private sealed class BodyWriter(Func<object, object?> unwrap)
        : GivenValues("value", "service", "JSON", "for example of [Convert]::ToBase64String", unwrap)
    {
        public JsonNode? Node(string name, object? wrapped, int depth)
        {
            if (Unwrap(wrapped) is not { } value)
                return null;

            Count(name);
            if (Single(name, value, one => Json(name, one)) is { } single)
                return single;

            IEnumerable<KeyValuePair<string, object?>> parts = Parts(name, value, depth);
            if (value is not IDictionary)
                return new JsonArray([.. parts.Select(part => Node(part.Key, part.Value, depth + 1))]);

            var result = new JsonObject();
            foreach (KeyValuePair<string, object?> part in parts)
            {
                string member = part.Key.Substring(name.Length + 1);
                if (result.ContainsKey(member))
                    throw Refused(part.Key, "is given twice", "Give it once.");

                result.Add(member, Node(part.Key, part.Value, depth + 1));
            }

            return result;
        }

        private JsonNode? Json(string name, object value) => value switch
        {
            bool flag => JsonValue.Create(flag),
            double number when !double.IsNaN(number) && !double.IsInfinity(number) => JsonValue.Create(number),
            float number when !float.IsNaN(number) && !float.IsInfinity(number) => JsonValue.Create(number),
            double or float => throw Refused(name, "is a number that JSON can't express", "Give another value."),
            BigInteger or decimal or sbyte or byte or short or ushort or int or uint or long or ulong =>
                JsonNode.Parse(ParameterText.Of(value)!),
            DateTimeOffset date => JsonValue.Create(date),
            // A date without a zone is one of this computer's, as everywhere in PowerShell.
            DateTime date => JsonValue.Create(new DateTimeOffset(date)),
            _ => ParameterText.Of(value) is { } text ? JsonValue.Create(text) : null,
        };
    }
}
