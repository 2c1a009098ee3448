using System.Globalization;
using System.Text;

namespace NcloudServer.Wire;

/// <summary>Puts an action's parameters into a query. What is null or empty is left out.</summary>
internal sealed class QueryBuilder
{
    // .NET Framework escapes no more than 65,519 characters at once.
    private const int LongestPiece = 32_000;

    private readonly StringBuilder _query = new();

    public QueryBuilder Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Append(name, value!);
        }

        return this;
    }

    public QueryBuilder Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>name.1</c>, <c>name.2</c> and so on, without a gap.</summary>
    public QueryBuilder AddList(string name, IReadOnlyList<string> values)
    {
        int position = 0;
        foreach (string value in values)
        {
            if (value.Length > 0)
            {
                position++;
                Add(name + "." + position.ToString(CultureInfo.InvariantCulture), value);
            }
        }

        return this;
    }

    /// <summary>Adds what a user gave: any name, and a value even if it is empty.</summary>
    public QueryBuilder AddGiven(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (KeyValuePair<string, string> parameter in parameters)
        {
            Append(Escape(parameter.Key), parameter.Value);
        }

        return this;
    }

    /// <summary>The query with its question mark, or nothing.</summary>
    public override string ToString() => _query.ToString();

    /// <summary>The same as the body of a form.</summary>
    public string ToForm() => _query.Length == 0 ? string.Empty : _query.ToString(1, _query.Length - 1);

    private void Append(string name, string value) =>
        _query.Append(_query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(value));

    private static string Escape(string text)
    {
        if (text.Length <= LongestPiece)
        {
            return Uri.EscapeDataString(text);
        }

        var escaped = new StringBuilder(text.Length);
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = Math.Min(LongestPiece, text.Length - start);
            // Not between the halves of a surrogate pair.
            length -= start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0;
            escaped.Append(Uri.EscapeDataString(text.Substring(start, length)));
        }

        return escaped.ToString();
    }
}
