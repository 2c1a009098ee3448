using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace NcloudServer.Wire;

/// <summary>
/// Rewrites an XML reply as the JSON reply that the service would have sent, so that one reading of the fields serves both.
/// An element with children is an object, one without is a text, and one whose name ends in <c>List</c> is a list of its children,
/// unless it holds a text instead.
/// </summary>
/// <remarks>Source of the shapes: api.ncloud-docs.com, the XML and JSON samples of the server actions.</remarks>
internal static class XmlTranscoder
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
        // Half a character is mended, like everywhere else.
        CheckCharacters = false,
    };

    /// <exception cref="XmlException">The text is no well-formed XML, or holds a document type.</exception>
    /// <exception cref="InvalidOperationException">The elements are nested deeper than the writer goes.</exception>
    public static byte[] ToJson(ArraySegment<byte> xml)
    {
        using var input = new MemoryStream(xml.Array!, xml.Offset, xml.Count, writable: false);
        using var reader = XmlReader.Create(input, s_settings);
        XElement root = XDocument.Load(reader).Root!;
        using var output = new MemoryStream(xml.Count);
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            Write(root, writer, isItem: false);
            writer.WriteEndObject();
        }

        return output.ToArray();
    }

    private static void Write(XElement element, Utf8JsonWriter writer, bool isItem)
    {
        string name = element.Name.LocalName;
        if (!isItem)
        {
            writer.WritePropertyName(name);
        }

        if (name.EndsWith("List", StringComparison.Ordinal) && (element.HasElements || string.IsNullOrWhiteSpace(element.Value)))
        {
            writer.WriteStartArray();
            foreach (XElement item in element.Elements())
            {
                Write(item, writer, isItem: true);
            }

            writer.WriteEndArray();
        }
        else if (element.HasElements)
        {
            writer.WriteStartObject();
            foreach (XElement member in element.Elements())
            {
                Write(member, writer, isItem: false);
            }

            writer.WriteEndObject();
        }
        else
        {
            // The encoding replaces what is half of a surrogate pair.
            writer.WriteStringValue(Encoding.UTF8.GetBytes(element.Value));
        }
    }
}
