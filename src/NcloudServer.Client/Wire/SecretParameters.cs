using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace NcloudServer.Wire;

/// <summary>Tells which parameters are secret, and keeps their values out of texts.</summary>
/// <remarks>Source of the names: the requests of NAVER's SDKs (<c>privateKey</c>, <c>cifsUserPassword</c>, <c>kdcPassword</c> …).</remarks>
internal sealed class SecretParameters
{
    public const string Hidden = "***";

    private const int LongestValue = 100;
    private const int LongestText = 1000;

    // A shorter value would be found in the middle of other words.
    private const int ShortestHidden = 4;

    // Found anywhere in a name, however its words are joined.
    private static readonly string[] s_parts =
    [
        "password", "passwd", "passphrase", "secret", "privatekey", "accesskey", "apikey", "token", "credential", "authorization",
        "비밀", "비번", "암호", "패스워드", "토큰", "인증번호", "인증키", "보안키", "개인키",
    ];

    // Found only as a word of a name: others have them inside.
    private static readonly string[] s_words =
        ["pass", "pw", "pwd", "userpw", "userpwd", "loginpw", "loginpwd", "pin", "otp", "psk", "mfa", "totp"];

    // A key's name, or what else tells which key it is, is none.
    private static readonly string[] s_tellingWords = ["name", "no", "number", "code", "이름", "번호", "코드"];

    // Words of a name: letters up to a capital one, a row of capital ones, or letters of a script without either.
    private static readonly Regex s_word = new(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+");

    private readonly string[] _values;

    public SecretParameters(IEnumerable<KeyValuePair<string, string>> parameters) => _values = parameters
        .Where(parameter => parameter.Value.Length >= ShortestHidden && IsSecret(parameter.Key))
        .SelectMany(parameter => new[]
        {
            parameter.Value, Uri.EscapeDataString(parameter.Value), PlainText.Visible(parameter.Value),
            // As a body has it, that a service repeats.
            JsonEncodedText.Encode(parameter.Value).ToString(),
            JsonEncodedText.Encode(parameter.Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        })
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(value => value.Length)
        .ToArray();

    /// <summary>Whether a parameter is a secret, by the words of its name: rather too often than too seldom.</summary>
    public static bool IsSecret(string name)
    {
        var words = s_word.Matches(name).Cast<Match>().Select(match => match.Value.ToLowerInvariant()).ToList();
        for (int i = words.Count - 1; i > 0; i--)
        {
            if (s_tellingWords.Contains(words[i]) && IsKey(words[i - 1]))
            {
                words.RemoveRange(i - 1, 2);
                i--;
            }
        }

        string rest = string.Concat(words);
        return words.Any(word => IsKey(word) || s_words.Contains(word)) || s_parts.Any(rest.Contains);
    }

    /// <summary>A text without the secrets, such as a service's message that repeats what it was sent.</summary>
    public string Hide(string text)
    {
        string hidden = _values.Aggregate(text, (current, value) => current.Replace(value, Hidden));
        // Where the text was cut in the middle of a secret, its beginning is left.
        int cut = hidden.IndexOf(PlainText.Cut, StringComparison.Ordinal);
        int length = _values.Select(value => LengthBefore(hidden, cut, value)).DefaultIfEmpty().Max();
        return length == 0 ? hidden : hidden.Remove(cut - length, length).Insert(cut - length, Hidden);
    }

    private static bool IsKey(string word) => word is "keys"
        || word.EndsWith("key", StringComparison.Ordinal) || word[word.Length - 1] == '키';

    /// <summary>How much of the beginning of a value stands before a position; 0 for too little to be one.</summary>
    private static int LengthBefore(string text, int position, string value)
    {
        int length = Math.Min(position, value.Length - 1);
        while (length >= ShortestHidden && string.CompareOrdinal(text, position - length, value, 0, length) != 0)
            length--;

        return length < ShortestHidden ? 0 : length;
    }

    public static IEnumerable<KeyValuePair<string, string>> Shown(IEnumerable<KeyValuePair<string, string>> parameters) =>
        parameters.Select(parameter => IsSecret(parameter.Key) ? new(parameter.Key, Hidden) : parameter);

    /// <summary>The parameters in one line for a person, without secrets.</summary>
    public static string Describe(IEnumerable<KeyValuePair<string, string>> parameters) => Cut(
        string.Join(", ", Shown(parameters).Select(parameter => $"{parameter.Key} = {Cut(parameter.Value, LongestValue)}")), LongestText);

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text.Substring(0, length)} …";
}
