using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace NcloudServer.Simulator;

/// <summary>The parameters of a request in the order they came in, names case-sensitive.</summary>
internal sealed class RequestParameters
{
    private readonly List<KeyValuePair<string, string>> pairs = [];

    public RequestParameters(string query, string form)
    {
        foreach (string source in new[] { query, form })
        {
            foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(source))
            {
                pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
            }
        }
    }

    /// <summary>Values that can't be count as not given.</summary>
    public bool IgnoresOddValues { get; set; }

    /// <summary>All of them, as they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => pairs;

    /// <summary>Every server number that the request names, well-formed or not.</summary>
    public IReadOnlyList<string> ServerNumbers =>
        pairs.Where(pair => pair.Key == "serverInstanceNo" || pair.Key.StartsWith("serverInstanceNoList.", StringComparison.Ordinal))
            .Select(pair => pair.Value)
            .ToList();

    /// <summary>The first value of that name, for those who only look and do not judge; null if missing or empty.</summary>
    public string? Peek(string name)
    {
        string? value = pairs.Find(pair => pair.Key == name).Value;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    public string? Optional(string name) =>
        pairs.Count(pair => pair.Key == name) > 1 ? throw Refusals.Parameter($"{name} is given more than once.") : Peek(name);

    public bool Flag(string name) => OneOf(name, "true", "false") switch
    {
        "true" => true,
        "false" => false,
        _ => throw Refusals.Parameter($"{name} is required."),
    };

    /// <summary>How many items a list of groups has: name.1.x, name.2.x … without a gap.</summary>
    public int Groups(string name)
    {
        int count = 0;
        while (pairs.Exists(pair => pair.Key.StartsWith($"{name}.{count + 1}.", StringComparison.Ordinal)))
        {
            count++;
        }

        int known = Enumerable.Range(1, count).Sum(
            index => pairs.Count(pair => pair.Key.StartsWith($"{name}.{index}.", StringComparison.Ordinal)));
        return known == pairs.Count(pair => pair.Key.StartsWith(name + ".", StringComparison.Ordinal))
            ? count
            : throw Refusals.Parameter($"{name} is not valid.");
    }

    public string Required(string name) => Optional(name) ?? throw Refusals.Parameter($"{name} is required.");

    public int? Number(string name, int least)
    {
        string? text = Optional(name);
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : OddValue<int?>(name);
    }

    public string? OneOf(string name, params string[] allowed)
    {
        string? text = Optional(name);
        return text is null || allowed.Contains(text) ? text : OddValue<string?>(name);
    }

    private T? OddValue<T>(string name) => IgnoresOddValues ? default : throw Refusals.Parameter($"{name} is not valid.");

    /// <summary>The values of name.1, name.2 … in that order; a gap, an odd index or a value that appears twice is refused.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var byIndex = new SortedDictionary<int, string>();
        foreach ((string key, string value) in pairs.Where(pair => pair.Key.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            string suffix = key[(name.Length + 1)..];
            if (suffix.StartsWith('0')
                || !int.TryParse(suffix, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                || !byIndex.TryAdd(index, value))
            {
                throw Refusals.Parameter($"{key} is not valid.");
            }
        }

        if (byIndex.Count > 0 && byIndex.Keys.Last() != byIndex.Count)
        {
            throw Refusals.Parameter($"{name} has a gap.");
        }

        if (byIndex.Values.Distinct().Count() != byIndex.Count)
        {
            throw Refusals.Parameter($"{name} names a value twice.");
        }

        return [.. byIndex.Values];
    }
}
