using System.Text;
using System.Text.RegularExpressions;

namespace NcloudServer.Wire;

/// <summary>Puts an action's parameters into a query.</summary>
internal sealed class QueryBuilder
{
    // .NET Framework escapes no more than 65,519 characters at once.
    private const int LongestPiece = 32_000;

    private readonly StringBuilder _query = new();

    /// <summary>Adds a parameter; one that is null or empty is left out.</summary>
    public QueryBuilder Add(string name, string? value) => string.IsNullOrEmpty(value) ? this : Append(name, value!);

    public QueryBuilder Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>name.1</c>, <c>name.2</c> and so on, without a gap.</summary>
    public QueryBuilder AddList(string name, IReadOnlyList<string> values)
    {
        int position = 0;
        foreach (string value in values.Where(value => value.Length > 0))
        {
            position++;
            Append($"{name}.{position}", value);
        }

        return this;
    }

    /// <summary>Adds what a user gave: any name, and a value even if it is empty.</summary>
    public QueryBuilder AddGiven(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (KeyValuePair<string, string> parameter in parameters)
            Append(Escape(parameter.Key), parameter.Value);

        return this;
    }

    /// <summary>The query with its question mark, or nothing.</summary>
    public override string ToString() => _query.ToString();

    public string ToForm() => _query.ToString().TrimStart('?');

    private QueryBuilder Append(string name, string value)
    {
        _query.Append(_query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(value));
        return this;
    }

    // In pieces that do not end between the halves of a surrogate pair.
    private static string Escape(string text) => text.Length <= LongestPiece
        ? Uri.EscapeDataString(text)
        : Regex.Replace(text, $"(?s).{{1,{LongestPiece}}}(?<![\\uD800-\\uDBFF])", piece => Uri.EscapeDataString(piece.Value));
}
