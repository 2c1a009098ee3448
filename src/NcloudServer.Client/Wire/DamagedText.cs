using System.Text;
using System.Text.RegularExpressions;

namespace NcloudServer.Wire;

/// <summary>
/// Mends what makes a whole response unreadable and is only a text in it: invalid UTF-8, a control character as it is, half of a surrogate
/// pair, as left by a service that cuts a name in the middle of a character.
/// </summary>
internal static class DamagedText
{
    private const char Replacement = '\uFFFD';

    // Of JSON; the last one may have no end.
    private const string Texts = @"""(?>[^""\\]+|\\.)*""?";

    // In such a text: a whole surrogate pair comes before half of one, and that before any other escape sequence.
    private const string EscapesAndControls =
        @"(?<sound>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(?<sound>\\(?s:.))|[\0-\x1F]";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a text of a JSON response may be undecodable. Control characters are found by reading it.</summary>
    public static bool MayBeIn(ArraySegment<byte> json)
    {
        ReadOnlySpan<byte> bytes = json.AsSpan();
        int escape = bytes.IndexOf((byte)'\\');
        return !IsUtf8(json) || (escape >= 0 && (bytes.Slice(escape).IndexOf("\\ud"u8) >= 0 || bytes.Slice(escape).IndexOf("\\uD"u8) >= 0));
    }

    /// <summary>The same JSON with a replacement character for what can't be decoded.</summary>
    public static byte[] MendJson(ArraySegment<byte> json) => Encoding.UTF8.GetBytes(Regex.Replace(
        Encoding.UTF8.GetString(json.Array!, json.Offset, json.Count),
        Texts,
        text => Regex.Replace(text.Value, EscapesAndControls, Mended),
        RegexOptions.Singleline));

    /// <summary>The same XML with a replacement character for what can't be decoded, or may not be in XML.</summary>
    public static byte[] MendXml(ArraySegment<byte> xml)
    {
        char[] text = Encoding.UTF8.GetChars(xml.Array!, xml.Offset, xml.Count);
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = text[i] is (>= ' ' and < '\uFFFE') or '\t' or '\n' or '\r' ? text[i] : Replacement;
        }

        return Encoding.UTF8.GetBytes(text);
    }

    // XML has the first three as they are; the other controls it can't have at all, and both formats give the same.
    private static string Mended(Match found) => found.Value switch
    {
        "\t" => "\\t",
        "\n" => "\\n",
        "\r" => "\\r",
        _ => found.Groups["sound"].Success ? found.Value : Replacement.ToString(),
    };

    private static bool IsUtf8(ArraySegment<byte> text)
    {
        try
        {
            return s_strict.GetCharCount(text.Array!, text.Offset, text.Count) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
