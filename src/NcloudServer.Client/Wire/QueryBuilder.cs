using System;
using System.Globalization;
using System.Text;

namespace NcloudServer.Wire;

/// <summary>Puts an action's parameters into a query. What is null or empty is left out.</summary>
internal sealed class QueryBuilder
{
    private readonly StringBuilder _query = new();

    public QueryBuilder Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _query.Append(_query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryBuilder Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>name.1</c>, <c>name.2</c> and so on, without a gap.</summary>
    public QueryBuilder AddList(string name, System.Collections.Generic.IReadOnlyList<string> values)
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

    /// <summary>The query with its question mark, or nothing.</summary>
    public override string ToString() => _query.ToString();
}
