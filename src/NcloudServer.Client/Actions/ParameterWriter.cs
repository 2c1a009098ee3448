using System.Collections;
using System.Globalization;
using System.Security;

namespace NcloudServer.Actions;

/// <summary>
/// Turns an action's parameters into the names and texts that a request carries: lists are numbered from 1, what is in a list or a
/// dictionary comes after a dot. A single value under a name that ends in <c>List</c> is a list of one.
/// </summary>
/// <remarks>
/// Source of the form: api.ncloud-docs.com, page of <c>createServerInstances</c> (<c>networkInterfaceList.N.subnetNo</c>).
/// </remarks>
/// <param name="unwrap">Takes a value out of what its host language has put around it.</param>
internal sealed class ParameterWriter(Func<object, object?> unwrap)
{
    /// <summary>More would be a list that contains itself.</summary>
    public const int DeepestNesting = 10;

    /// <summary>The most values in one call.</summary>
    public const int MostValues = 10_000;

    private const string SecretAdvice =
        "If the action really takes it as text, take the text out of it yourself: it then travels in the request like any other value.";

    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The names and texts of a call's parameters.</summary>
    /// <exception cref="NcpParameterException">A value can't be sent; the error names its parameter.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(IDictionary parameters, Func<object, object?>? unwrap = null)
    {
        var writer = new ParameterWriter(unwrap ?? (value => value));
        foreach (KeyValuePair<string, object?> parameter in writer.Members(string.Empty, parameters))
        {
            writer.Add(parameter.Key, parameter.Value, depth: 1);
        }

        return writer._values;
    }

    /// <returns>Whether there was something to add.</returns>
    private bool Add(string name, object? wrapped, int depth)
    {
        if ((wrapped is null ? null : unwrap(wrapped)) is not { } value)
        {
            return false;
        }

        string? text = TextOf(name, value);
        if (IsListName(name) && (text is not null || (value is IDictionary item && !HasPositions(item))))
        {
            return Add(name + ".1", value, depth + 1);
        }

        if (text is not null)
        {
            AddText(name, text);
            return true;
        }

        (string kind, IEnumerable<KeyValuePair<string, object?>> parts) = value switch
        {
            SecureString => throw Refused(name, "is a secret, whose protection would be lost in a request", SecretAdvice),
            byte[] => throw Refused(name, "is a list of bytes, and the API has none", "Give a text, or a list of numbers."),
            IDictionary dictionary => ("dictionary", Members(name, dictionary)),
            IEnumerable list => ("list", Items(name, list)),
            _ => throw Refused(
                name,
                $"is a {value.GetType().Name}, which is neither a value nor a list nor a dictionary",
                "Give a text, a number, $true or $false, a date, a list, or a dictionary."),
        };
        if (depth >= DeepestNesting)
        {
            throw Refused(
                name, $"is nested more than {DeepestNesting} deep, or contains itself", "Check the lists and dictionaries in it.");
        }

        bool hasParts = false;
        foreach (KeyValuePair<string, object?> part in parts)
        {
            hasParts |= Add(part.Key, part.Value, depth + 1);
        }

        // Silently left out, an empty filter would select everything.
        return hasParts ? true : throw Refused(
            name,
            $"is an empty {kind}, which a request can't express",
            "Leave the parameter out, or give $null, if that is what you mean.");
    }

    private void AddText(string name, string text)
    {
        if (!_names.Add(name))
        {
            throw Refused(name, "is given twice", "Give it once, as a list or with its number in the name.");
        }

        if (_values.Count >= MostValues)
        {
            throw Refused(name, $"is one of more than {MostValues} values in one call", "Make several calls.");
        }

        _values.Add(new(name, text));
    }

    // Every such name of the API is a list's, and PowerShell makes a list of one item into the item.
    private static bool IsListName(string name) => name.EndsWith("List", StringComparison.Ordinal);

    private static bool HasPositions(IDictionary items) => items.Keys.Cast<object>().Any(key => int.TryParse(key.ToString(), out _));

    private static string? TextOf(string name, object value)
    {
        try
        {
            return ParameterText.Of(value);
        }
        catch (ArgumentException e)
        {
            throw Refused(name, $"can't be sent: {e.Message.TrimEnd('.')}", "Give another value.");
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Items(string name, IEnumerable list)
    {
        int position = 0, seen = 0;
        foreach (object? item in list)
        {
            // Nothing guarantees that a list ends.
            if (++seen > MostValues)
            {
                throw Refused(name, $"has more than {MostValues} items", "Make several calls.");
            }

            if (item is not null && unwrap(item) is { } value)
            {
                position++;
                yield return new(name + "." + position.ToString(CultureInfo.InvariantCulture), value);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Members(string prefix, IDictionary dictionary)
    {
        var members = new List<KeyValuePair<string, object?>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            members.Add(new((prefix.Length == 0 ? string.Empty : prefix + ".") + NameOf(prefix, entry.Key), entry.Value));
        }

        // A hash table has no order of its own: the same call is the same request.
        return dictionary is Hashtable ? members.OrderBy(member => member.Key, StringComparer.Ordinal) : members;
    }

    private string NameOf(string parent, object key)
    {
        object? name = unwrap(key);
        string text = name is string or int or long
            ? TextOf(parent, name)!
            : throw Refused(parent, $"has a name that is not a text but a {key.GetType().Name}", "Names are texts.");
        // With a space around it, a name would be another one to the service: one that it ignores.
        return text.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : throw Refused(parent, "has an empty name", "Give the name as the API writes it.");
    }

    private static NcpParameterException Refused(string name, string what, string advice) =>
        new(name, name.Length == 0 ? $"The dictionary of parameters {what}." : $"The parameter {name} {what}.", advice);
}
