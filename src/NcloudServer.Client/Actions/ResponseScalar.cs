using System.Globalization;
using System.Text.RegularExpressions;

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

    // "No" of "serverInstanceNo", "IP" of "publicIP", all of a name of one word. Figures at the end do not count.
    private static readonly Regex s_lastWord = new(@"(\p{Lu}?\p{Ll}+|\p{Lu}+)(?=\d*\z)", RegexOptions.RightToLeft);

    // As numbers are written: without leading zeros, signs of plus, or spaces. An exponent has a point before it, as in the 1.0E7 of a Java
    // service; 12E3 might be an id.
    private static readonly Regex s_number = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+(E-?[0-9]+)?)?\z");

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

        string word = s_lastWord.Match(name).Value;
        return Contains(s_textWords, word) ? text
            : trimmed is "true" or "false" ? trimmed == "true"
            : !keepsDates && Date(trimmed) is { } date ? date
            : !Contains(s_timeWords, word) && Number(trimmed) is { } number ? number
            : text;
    }

    /// <summary>A text, or the date that it is.</summary>
    public static object DateOr(string text) => Date(text) is { } date ? date : text;

    private static bool Contains(string[] words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    // As 2024-05-06T07:08:09+0900. Anything less exact might be something else.
    private static DateTimeOffset? Date(string text) =>
        text.Length >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
        && (text[text.Length - 1] == 'Z' || text.IndexOf('+', 19) > 0 || text.IndexOf('-', 19) > 0)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            ? date
            : null;

    private static object? Number(string text) => !s_number.IsMatch(text) ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? (object)whole
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact
        : null;
}
