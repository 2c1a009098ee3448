using System.Collections;
using System.Numerics;
using System.Security;
using System.Text.Json.Nodes;

namespace NcloudServer.Actions;

/// <summary>Makes JSON of what a user gives as a body: dictionaries, lists, and values with their types.</summary>
/// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
internal sealed class BodyWriter(Func<object, object?> unwrap)
{
    private int _values;

    /// <exception cref="NcpParameterException">A value can't be sent; the error names its place.</exception>
    public JsonNode? Write(object? value) => Node("Body", value, depth: 1);

    private JsonNode? Node(string name, object? wrapped, int depth)
    {
        if ((wrapped is null ? null : unwrap(wrapped)) is not { } value)
        {
            return null;
        }

        if (++_values > ParameterWriter.MostValues)
        {
            throw Refused(name, $"is one of more than {ParameterWriter.MostValues} values in one call", "Make several calls.");
        }

        if (depth > ParameterWriter.DeepestNesting)
        {
            throw Refused(
                name, $"is nested more than {ParameterWriter.DeepestNesting} deep, or contains itself", "Check the lists and dictionaries in it.");
        }

        return value switch
        {
            SecureString => throw Refused(
                name,
                "is a secret, whose protection would be lost in a request",
                "If the service really takes it as text, take the text out of it yourself: it then travels in the request like any other value."),
            byte[] => throw Refused(name, "is a list of bytes, and JSON has none", "Give a text, for example of [Convert]::ToBase64String."),
            IDictionary dictionary => Members(name, dictionary, depth),
            string => Single(name, value),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select((item, i) => Node($"{name}.{i + 1}", item, depth + 1))]),
            _ => Single(name, value),
        };
    }

    private JsonObject Members(string name, IDictionary dictionary, int depth)
    {
        var result = new JsonObject();
        IEnumerable<DictionaryEntry> entries = dictionary.Cast<DictionaryEntry>();
        // A hash table has no order of its own: the same call is the same request.
        foreach (DictionaryEntry entry in dictionary is Hashtable ? entries.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal) : entries)
        {
            string member = unwrap(entry.Key) is { } key and (string or int or long)
                ? ParameterText.Of(key)!
                : throw Refused(name, $"has a name that is not a text but a {entry.Key.GetType().Name}", "Names are texts.");
            if (result.ContainsKey(member))
            {
                throw Refused($"{name}.{member}", "is given twice", "Give it once.");
            }

            result.Add(member, Node($"{name}.{member}", entry.Value, depth + 1));
        }

        return result;
    }

    private static JsonNode Single(string name, object value)
    {
        try
        {
            return value switch
            {
                bool flag => JsonValue.Create(flag),
                double number when !double.IsNaN(number) && !double.IsInfinity(number) => JsonValue.Create(number),
                float number when !float.IsNaN(number) && !float.IsInfinity(number) => JsonValue.Create(number),
                double or float => throw Refused(name, "is a number that JSON can't express", "Give another value."),
                BigInteger or decimal or sbyte or byte or short or ushort or int or uint or long or ulong =>
                    JsonNode.Parse(ParameterText.Of(value)!)!,
                DateTimeOffset date => JsonValue.Create(date)!,
                // A date without a zone is one of this computer's, as everywhere in PowerShell.
                DateTime date => JsonValue.Create(
                    new DateTimeOffset(date.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(date, DateTimeKind.Local) : date))!,
                _ when ParameterText.Of(value) is { } text => JsonValue.Create(text)!,
                _ => throw Refused(
                    name,
                    $"is a {value.GetType().Name}, which is neither a value nor a list nor a dictionary",
                    "Give a text, a number, $true or $false, a date, a list, or a dictionary."),
            };
        }
        catch (ArgumentException e)
        {
            throw Refused(name, $"can't be sent: {e.Message.TrimEnd('.')}", "Give another value.");
        }
    }

    private static NcpParameterException Refused(string name, string what, string advice) => new(name, $"The value {name} {what}.", advice);
}
