using System.Text.Json;
using System.Xml;

namespace NcloudServer.Wire;

/// <summary>Takes a response of either format apart. Texts that are damaged cost nothing but themselves.</summary>
internal static class ResponseDocument
{
    /// <summary>Takes a response apart.</summary>
    /// <param name="body">The response, without anything before its first visible character.</param>
    /// <returns>Null where it is neither JSON nor XML.</returns>
    /// <exception cref="JsonException">It is damaged JSON.</exception>
    /// <exception cref="XmlException">It is damaged XML.</exception>
    public static JsonDocument? Parse(ArraySegment<byte> body)
    {
        byte first = body.Count == 0 ? default : body.Array![body.Offset];
        bool isXml = first == (byte)'<';
        if (!isXml && first is not ((byte)'{' or (byte)'['))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(isXml ? XmlTranscoder.ToJson(body) : DamagedText.MayBeIn(body) ? DamagedText.MendJson(body) : body);
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            // Control characters may stand in its texts as they are.
            return JsonDocument.Parse(isXml ? XmlTranscoder.ToJson(new(DamagedText.MendXml(body))) : DamagedText.MendJson(body));
        }
    }
}
