using System.Text;
using System.Text.Json;
using System.Xml;

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
    public static byte[] ToJson(ArraySegment<byte> xml)
    {
        using var input = new MemoryStream(xml.Array!, xml.Offset, xml.Count, writable: false);
        using var reader = XmlReader.Create(input, s_settings);
        using var output = new MemoryStream(xml.Count);
        using (var writer = new Utf8JsonWriter(output))
        {
            reader.MoveToContent();
            writer.WriteStartObject();
            writer.WritePropertyName(reader.LocalName);
            WriteElement(reader, writer);
            writer.WriteEndObject();
            while (reader.Read())
            {
                // To the end, so that what follows the root element is checked too.
            }
        }

        return output.ToArray();
    }

    /// <summary>Writes the element under the reader as a value and leaves the reader on the element's last node.</summary>
    /// <exception cref="InvalidOperationException">The elements are nested deeper than the writer goes.</exception>
    private static void WriteElement(XmlReader reader, Utf8JsonWriter writer)
    {
        bool isList = reader.LocalName.EndsWith("List", StringComparison.Ordinal);
        string text = string.Empty;
        StringBuilder? pieces = null;
        bool hasChildren = false;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (!hasChildren)
                    {
                        hasChildren = true;
                        WriteStart(writer, isList);
                    }

                    if (!isList)
                    {
                        writer.WritePropertyName(reader.LocalName);
                    }

                    WriteElement(reader, writer);
                }
                else if (!hasChildren)
                {
                    if (text.Length == 0)
                    {
                        text = reader.Value;
                    }
                    else
                    {
                        (pieces ??= new StringBuilder(text)).Append(reader.Value);
                    }
                }
            }
        }

        if (hasChildren || (isList && pieces is null && string.IsNullOrWhiteSpace(text)))
        {
            WriteEnd(writer, isList, hasChildren);
        }
        else
        {
            // The encoding replaces what is half of a surrogate pair.
            writer.WriteStringValue(Encoding.UTF8.GetBytes(pieces?.ToString() ?? text));
        }
    }

    private static void WriteStart(Utf8JsonWriter writer, bool isList)
    {
        if (isList)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
        }
    }

    private static void WriteEnd(Utf8JsonWriter writer, bool isList, bool isOpen)
    {
        if (!isOpen)
        {
            writer.WriteStartArray();
        }

        if (isList)
        {
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteEndObject();
        }
    }
}
