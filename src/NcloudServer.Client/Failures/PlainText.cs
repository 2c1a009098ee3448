namespace NcloudServer.Failures;

/// <summary>Text of others as it may be shown: it must neither steer a terminal nor fill the screen.</summary>
internal static class PlainText
{
    /// <summary>Stands where a text was cut.</summary>
    public const string Cut = " …";

    private const int Longest = 500;

    /// <summary>A text of the service: without control characters, and not too long.</summary>
    public static string Of(string text, int longest = Longest) =>
        text.Length <= longest ? Visible(text) : Visible(text.Substring(0, longest)) + Cut;

    /// <summary>The text with a space for each character that shows nothing, and does something.</summary>
    public static string Visible(string text)
    {
        // No method generic over char: such a one is compiled anew in each process.
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
            characters[i] = IsVisible(characters[i]) ? characters[i] : ' ';

        return new string(characters);
    }

    private static bool IsVisible(char c) => c < 0x7F ? c >= ' ' : CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
