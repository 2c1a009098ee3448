using System.Text;

namespace NcloudServer.Wire;

/// <summary>
/// Mends what makes a whole response unreadable and is only a text in it: invalid UTF-8, a control character as it is, half of a surrogate
/// pair, as left by a service that cuts a name in the middle of a character.
/// </summary>
internal static class DamagedText
{
    private const char Replacement = '\uFFFD';
    private const int EscapeLength = 6;

#if NETFRAMEWORK
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
#endif

    /// <summary>Whether a text of a JSON response may be undecodable. Control characters are found by reading it.</summary>
    public static bool MayBeIn(ArraySegment<byte> json)
    {
        ReadOnlySpan<byte> bytes = json.AsSpan();
        int escape = bytes.IndexOf((byte)'\\');
        return !IsUtf8(json) || (escape >= 0 && (bytes.Slice(escape).IndexOf("\\ud"u8) >= 0 || bytes.Slice(escape).IndexOf("\\uD"u8) >= 0));
    }

    /// <summary>The same JSON with a replacement character for what can't be decoded.</summary>
    public static byte[] MendJson(ArraySegment<byte> json)
    {
        string text = Encoding.UTF8.GetString(json.Array!, json.Offset, json.Count);
        var mended = new StringBuilder(text.Length);
        bool isInText = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isInText && c == '\\')
            {
                int length = Escape(text, i, mended);
                i += length - 1;
                continue;
            }

            isInText ^= c == '"';
            _ = isInText && c < ' ' ? mended.Append(Escaped(c)) : mended.Append(c);
        }

        return Encoding.UTF8.GetBytes(mended.ToString());
    }

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

    /// <summary>Copies an escape sequence.</summary>
    /// <returns>The length of what was copied.</returns>
    private static int Escape(string text, int start, StringBuilder mended)
    {
        if (CodeAt(text, start) is not { } code)
        {
            int length = Math.Min(2, text.Length - start);
            mended.Append(text, start, length);
            return length;
        }

        bool isPair = char.IsHighSurrogate(code) && CodeAt(text, start + EscapeLength) is { } next && char.IsLowSurrogate(next);
        if (char.IsSurrogate(code) && !isPair)
        {
            mended.Append(Replacement);
            return EscapeLength;
        }

        int count = isPair ? 2 * EscapeLength : EscapeLength;
        mended.Append(text, start, count);
        return count;
    }

    // Of an escape such as \u00e9.
    private static char? CodeAt(string text, int start)
    {
        if (start + EscapeLength > text.Length || text[start] != '\\' || text[start + 1] != 'u')
        {
            return null;
        }

        int code = 0;
        for (int i = start + 2; i < start + EscapeLength; i++)
        {
            if (!Uri.IsHexDigit(text[i]))
            {
                return null;
            }

            code = (code * 16) + Uri.FromHex(text[i]);
        }

        return (char)code;
    }

    // XML has these three as they are; the others it can't have at all, and both formats give the same.
    private static string Escaped(char control) => control switch
    {
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        _ => Replacement.ToString(),
    };

    private static bool IsUtf8(ArraySegment<byte> text)
    {
#if NETFRAMEWORK
        try
        {
            return s_strict.GetCharCount(text.Array!, text.Offset, text.Count) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#else
        return System.Text.Unicode.Utf8.IsValid(text);
#endif
    }
}
