using System.Globalization;

namespace NcloudServer.Actions;

/// <summary>
/// Gives a value of a reply its type by the field's name and the value's text alone: XML knows no types, JSON has numbers as texts and
/// texts as numbers, and both have to give the same.
/// </summary>
/// <remarks>Source of the names: the response types of NAVER's Go SDK, whose numbers and texts this tells apart without a fault.</remarks>
internal static class ResponseScalar
{
    // The last word of names whose values are texts even if they look like a number, a date or a truth value.
    private static readonly string[] s_textWords =
    [
        "no", "id", "code", "name", "description", "password", "key", "ip", "message", "version", "value", "range", "block", "prefix",
        "fingerprint", "content", "memo", "address", "uuid", "tag", "label", "comment", "domain", "host", "title", "token", "secret",
        "passwd",
    ];

    // Points in time whose texts are not always dates of the platform's form.
    private static readonly string[] s_timeWords = ["date", "time", "month", "day", "year", "uptime"];

    /// <summary>The value: a text, a boolean, a number or a date. What is blank is an absent value, and an empty text.</summary>
    /// <param name="name">The field's name; that of a list without its end <c>List</c> for an item.</param>
    /// <param name="text">The value's text as it was received.</param>
    /// <param name="keepsDates">Whether a date stays the text that it is.</param>
    public static object Typed(string name, string text, bool keepsDates = false)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return string.Empty;
        }

        string word = LastWord(name);
        return Contains(s_textWords, word) ? text
            : trimmed is "true" or "false" ? trimmed == "true"
            : !keepsDates && Date(trimmed) is { } date ? date
            : !Contains(s_timeWords, word) && Number(trimmed) is { } number ? number
            : text;
    }

    /// <summary>A text, or the date that it is.</summary>
    public static object DateOr(string text) => Date(text) is { } date ? date : text;

    private static bool Contains(string[] words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>No</c> of <c>serverInstanceNo</c>; all of a name of one word. Figures at the end do not count.</summary>
    private static string LastWord(string name)
    {
        int end = name.Length;
        while (end > 0 && char.IsDigit(name[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && char.IsLower(name[start - 1]))
        {
            start--;
        }

        // Capitals in a row are one word: publicIP.
        bool isAllCapitals = start == end;
        while (start > 0 && char.IsUpper(name[start - 1]) && (isAllCapitals || start == end || char.IsLower(name[start])))
        {
            start--;
        }

        return name.Substring(start, end - start);
    }

    // As 2024-05-06T07:08:09+0900. Anything less exact might be something else.
    private static DateTimeOffset? Date(string text) =>
        text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
        && (text[text.Length - 1] == 'Z' || text.IndexOf('+', 19) > 0 || text.IndexOf('-', 19) > 0)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            ? date
            : null;

    /// <summary>A number that is written as numbers are: without leading zeros, signs of plus, or spaces.</summary>
    private static object? Number(string text)
    {
        int first = text[0] == '-' ? 1 : 0;
        bool isPadded = text.Length > first + 1 && text[first] == '0' && char.IsDigit(text[first + 1]);
        if (text.Length == first || !IsDigit(text[first]) || isPadded || !IsDigit(text[text.Length - 1]))
        {
            return null;
        }

        if (text.Skip(first).All(IsDigit))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
                ? whole
                : (object?)Exact(text);
        }

        // An exponent has a point before it, as in the 1.0E7 of a Java service; 12E3 might be an id.
        int point = text.IndexOf('.'), exponent = text.IndexOf('E');
        bool isNumber = point > 0 && (exponent < 0 || exponent > point + 1)
            && text.All(c => IsDigit(c) || c is '.' or '-' or 'E');
        return isNumber ? Exact(text) : null;
    }

    private static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
