using System.Collections;
using System.Security;

namespace NcloudServer.Actions;

/// <summary>
/// Takes what a user gives for a request apart: dictionaries, lists and single values in each other. The texts are for its errors: what a
/// value is called, what takes it, what it is written in, and what to give in place of bytes.
/// </summary>
internal abstract class GivenValues(string noun, string receiver, string form, string insteadOfBytes, Func<object, object?> unwrap)
{
    // More would be a list that contains itself.
    private const int DeepestNesting = 10;

    // Nothing guarantees that a list ends.
    private const int MostValues = 10_000;

    private int _count;

    protected object? Unwrap(object? value) => value is null ? null : unwrap(value);

    protected void Count(string name)
    {
        if (++_count > MostValues)
            throw Refused(name, $"is one of more than {MostValues} values in one call", "Make several calls.");
    }

    /// <summary>What is in a dictionary or a list, each with its whole name; the items of a list are numbered from 1.</summary>
    protected IEnumerable<KeyValuePair<string, object?>> Parts(string name, object value, int depth)
    {
        IEnumerable<KeyValuePair<string, object?>> parts = value switch
        {
            SecureString => throw Refused(
                name,
                "is a secret, whose protection would be lost in a request",
                $"If the {receiver} really takes it as text, take the text out of it yourself: it then travels in the request like any other value."),
            byte[] => throw Refused(name, $"is a list of bytes, and {form} has none", $"Give a text, {insteadOfBytes}."),
            IDictionary dictionary => Members(name, dictionary),
            IEnumerable list => Items(name, list),
            _ => throw Refused(
                name,
                $"is a {value.GetType().Name}, which is neither a value nor a list nor a dictionary",
                "Give a text, a number, $true or $false, a date, a list, or a dictionary."),
        };
        return depth < DeepestNesting ? parts : throw Refused(
            name, $"is nested more than {DeepestNesting} deep, or contains itself", "Check the lists and dictionaries in it.");
    }

    protected virtual string MemberName(string parent, string name) => name;

    /// <summary>Whether an item of a list takes a place in it.</summary>
    protected virtual bool HasPlace(object? item) => true;

    /// <summary>What is sent for a single value; null for what is none.</summary>
    protected T? Single<T>(string name, object value, Func<object, T?> make)
        where T : class
    {
        try
        {
            return make(value);
        }
        catch (ArgumentException e)
        {
            throw Refused(name, $"can't be sent: {e.Message.TrimEnd('.')}", "Give another value.");
        }
    }

    protected NcpParameterException Refused(string name, string reason, string advice) =>
        new(name, $"The {(name.Length == 0 ? "dictionary of parameters" : $"{noun} {name}")} {reason}.", advice);

    private IEnumerable<KeyValuePair<string, object?>> Members(string name, IDictionary dictionary)
    {
        string prefix = name.Length == 0 ? string.Empty : name + ".";
        var members = new List<KeyValuePair<string, object?>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            string member = Unwrap(entry.Key) is { } key and (string or int or long)
                ? Single(name, key, ParameterText.Of)!
                : throw Refused(name, $"has a name that is not a text but a {entry.Key.GetType().Name}", "Names are texts.");
            members.Add(new(prefix + MemberName(name, member), entry.Value));
        }

        // A hash table has no order of its own: the same call is the same request.
        return dictionary is Hashtable ? members.OrderBy(member => member.Key, StringComparer.Ordinal) : members;
    }

    private IEnumerable<KeyValuePair<string, object?>> Items(string name, IEnumerable list)
    {
        int position = 0, seen = 0;
        foreach (object? item in list)
        {
            if (++seen > MostValues)
                throw Refused(name, $"has more than {MostValues} items", "Make several calls.");

            object? value = Unwrap(item);
            if (HasPlace(value))
            {
                position++;
                yield return new($"{name}.{ParameterText.Of(position)}", value);
            }
        }
    }
}
