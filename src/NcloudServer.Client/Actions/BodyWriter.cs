using System.Collections;
using System.Numerics;
using System.Text.Json.Nodes;

namespace NcloudServer.Actions;

/// <summary>Makes JSON of what a user gives as a body: dictionaries, lists, and values with their types.</summary>
/// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
internal sealed class BodyWriter(Func<object, object?> unwrap) : GivenValues(isQuery: false, unwrap)
{
    /// <exception cref="NcpParameterException">A value can't be sent; the error names its place.</exception>
    public JsonNode? Write(object? value) => Node("Body", value, depth: 0);

    private JsonNode? Node(string name, object? wrapped, int depth)
    {
        if (Unwrap(wrapped) is not { } value)
        {
            return null;
        }

        Count(name);
        if (Single(name, value, one => Json(name, one)) is { } single)
        {
            return single;
        }

        IEnumerable<KeyValuePair<string, object?>> parts = Parts(name, value, depth);
        if (value is not IDictionary)
        {
            return new JsonArray([.. parts.Select(part => Node(part.Key, part.Value, depth + 1))]);
        }

        var result = new JsonObject();
        foreach (KeyValuePair<string, object?> part in parts)
        {
            string member = part.Key.Substring(name.Length + 1);
            if (result.ContainsKey(member))
            {
                throw Refused(part.Key, "is given twice", "Give it once.");
            }

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
