using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace NcloudServer.Wire;

/// <summary>
/// Takes a response of either format apart: XML as the JSON that the service would have sent. What would make all of it unreadable and is
/// only a text in it costs nothing but itself: invalid UTF-8, a control character as it is, half of a surrogate pair, as left by a service
/// that cuts a name in the middle of a character.
/// </summary>
internal static class ResponseDocument
{
    private const string Replacement = "\uFFFD";
    private const string NotInXml = @"[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]";
    private const string JsonText = @"(?s)""(?>[^""\\]+|\\.)*";

    // Inside a text: an escaped surrogate pair, half of one, another escape, a control character.
    private const string JsonPiece =
        @"(?s)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.|[\0-\x1F]";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        // Half a character is mended, like everywhere else.
        CheckCharacters = false,
    };

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes a response apart that has nothing before its first visible character.</summary>
    /// <returns>Null where it is neither JSON nor XML.</returns>
    /// <exception cref="JsonException">It is damaged JSON.</exception>
    /// <exception cref="XmlException">It is damaged XML, or holds a document type.</exception>
    /// <exception cref="InvalidOperationException">Its elements are nested deeper than JSON may be.</exception>
    public static JsonDocument? Parse(ArraySegment<byte> body)
    {
        byte first = body.Count == 0 ? default : body.Array![body.Offset];
        bool isXml = first == (byte)'<';
        if (!isXml && first is not ((byte)'{' or (byte)'['))
            return null;

        try
        {
            return Parse(isXml || IsSound(body) ? body : Mended(body, isXml), isXml);
        }
        catch (Exception e) when (e is JsonException or XmlException or DecoderFallbackException)
        {
            // Control characters may stand in its texts as they are.
            return Parse(Mended(body, isXml), isXml);
        }
    }

    // What is no UTF-8 throws; what is not sound may be a whole surrogate pair.
    private static bool IsSound(ArraySegment<byte> json) => s_strict.GetCharCount(json.Array!, json.Offset, json.Count) > 0
        && json.AsSpan().IndexOf("\\ud"u8) < 0 && json.AsSpan().IndexOf("\\uD"u8) < 0;

    private static JsonDocument Parse(ArraySegment<byte> body, bool isXml) => JsonDocument.Parse(isXml ? ToJson(body) : body);

    // So that one reading of the fields serves both formats. An element with children is an object, one without is a text, and one whose name
    // ends in List is a list of its children, unless it holds a text. So say the samples of the server actions in both formats.
    private static byte[] ToJson(ArraySegment<byte> xml)
    {
        using var input = new MemoryStream(xml.Array!, xml.Offset, xml.Count, writable: false);
        using var reader = XmlReader.Create(input, s_settings);
        using var output = new MemoryStream(xml.Count);
        using (var writer = new Utf8JsonWriter(output))
        {
            reader.MoveToContent();
            writer.WriteStartObject();
            writer.WritePropertyName(reader.LocalName);
            WriteElement(reader, writer, new StringBuilder());
            writer.WriteEndObject();
            while (reader.Read())
            {
                // To the end, so that what follows the root element is checked too.
            }
        }

        return output.ToArray();
    }

    // Writes the element under the reader, and leaves the reader on its last node.
    private static void WriteElement(XmlReader reader, Utf8JsonWriter writer, StringBuilder text)
    {
        bool isList = reader.LocalName.EndsWith("List", StringComparison.Ordinal), isEmpty = reader.IsEmptyElement;
        text.Clear();
        while (!isEmpty && reader.Read() && reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            text.Append(reader.Value);

        bool hasChildren = !isEmpty && reader.NodeType == XmlNodeType.Element;
        if (!hasChildren && !(isList && string.IsNullOrWhiteSpace(text.ToString())))
        {
            // The encoding replaces what is half of a surrogate pair.
            writer.WriteStringValue(Encoding.UTF8.GetBytes(text.ToString()));
            return;
        }

        Action start = isList ? writer.WriteStartArray : writer.WriteStartObject, end = isList ? writer.WriteEndArray : writer.WriteEndObject;
        start();
        for (bool goesOn = hasChildren; goesOn; goesOn = reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (!isList)
                    writer.WritePropertyName(reader.LocalName);

                WriteElement(reader, writer, text);
            }
        }

        end();
    }

    private static ArraySegment<byte> Mended(ArraySegment<byte> body, bool isXml)
    {
        string text = Encoding.UTF8.GetString(body.Array!, body.Offset, body.Count);
        return new ArraySegment<byte>(Encoding.UTF8.GetBytes(isXml
            ? Regex.Replace(text, NotInXml, Replacement)
            : Regex.Replace(text, JsonText, inside => Regex.Replace(inside.Value, JsonPiece, MendedPiece))));
    }

    // XML has tabs and line ends as they are; other control characters it can't have at all, and both formats give the same.
    private static string MendedPiece(Match piece) => piece.Value switch
    {
        "\t" => "\\t",
        "\n" => "\\n",
        "\r" => "\\r",
        _ => piece.Length == 1 || piece.Groups["half"].Success ? Replacement : piece.Value,
    };
}
