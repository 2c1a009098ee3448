using System.Collections;

namespace NcloudServer.Actions;

/// <summary>
/// Turns an action's parameters into the names and texts that a request carries: lists are numbered from 1, what is in a list or a
/// dictionary comes after a dot. A single value under a name that ends in <c>List</c> is a list of one.
/// </summary>
/// <remarks>Source: api.ncloud-docs.com, page of <c>createServerInstances</c> (<c>networkInterfaceList.N.subnetNo</c>).</remarks>
internal sealed class ParameterWriter(Func<object, object?> unwrap, ICollection<string> regions)
    : GivenValues("parameter", "action", "the API", "or a list of numbers", unwrap)
{
    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The names and texts of the parameters. The regions of servers that stand for their numbers are taken in.</summary>
    /// <exception cref="NcpParameterException">A value can't be sent; the error names its parameter.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(
        IDictionary parameters, Func<object, object?>? unwrap = null, ICollection<string>? regions = null)
    {
        var writer = new ParameterWriter(unwrap ?? (value => value), regions ?? []);
        foreach (KeyValuePair<string, object?> parameter in writer.Parts(string.Empty, parameters, depth: 0))
            writer.Add(parameter.Key, parameter.Value, depth: 1);

        return writer._values;
    }

    // With a space around it, a parameter's name would be another one to the service: one that it ignores.
    protected override string MemberName(string parent, string name) => name.Trim() is { Length: > 0 } trimmed
        ? trimmed
        : throw Refused(parent, "has an empty name", "Give the name as the API writes it.");

    // The place of an absent value says something in JSON alone.
    protected override bool HasPlace(object? item) => item is not null;

    /// <returns>Whether there was something to add.</returns>
    private bool Add(string name, object? wrapped, int depth)
    {
        if (Unwrap(wrapped) is not { } value)
            return false;

        string? text = Single(name, value, ParameterText.Of);
        if (IsListName(name) && (text is not null || (value is IDictionary item && !HasPositions(item))))
            return Add(name + ".1", value, depth + 1);

        if (text is not null)
        {
            Count(name);
            if (value is ServerInstance { RegionCode.Length: > 0 } server)
                regions.Add(server.RegionCode);

            _values.Add(_names.Add(name)
                ? new(name, text)
                : throw Refused(name, "is given twice", "Give it once, as a list or with its number in the name."));
            return true;
        }

        bool hasParts = false;
        foreach (KeyValuePair<string, object?> part in Parts(name, value, depth))
            hasParts |= Add(part.Key, part.Value, depth + 1);

        // Silently left out, an empty filter would select everything.
        return hasParts ? true : throw Refused(
            name,
            $"is an empty {(value is IDictionary ? "dictionary" : "list")}, which a request can't express",
            "Leave the parameter out, or give $null, if that is what you mean.");
    }

    // Every such name of the API is a list's, and PowerShell makes a list of one item into the item.
    private static bool IsListName(string name) => name.EndsWith("List", StringComparison.Ordinal);

    private static bool HasPositions(IDictionary items) => items.Keys.Cast<object>().Any(key => int.TryParse(key.ToString(), out _));
}
