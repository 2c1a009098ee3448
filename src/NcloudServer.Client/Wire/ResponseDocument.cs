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
    public static JsonDocument? Parse(ArraySegment<byte> body) => body.Count == 0 ? null : body.Array![body.Offset] switch
    {
        (byte)'{' or (byte)'[' => Json(body),
        (byte)'<' => JsonDocument.Parse(Xml(body)),
        _ => null,
    };

    private static JsonDocument Json(ArraySegment<byte> body)
    {
        if (DamagedText.MayBeIn(body))
        {
            return JsonDocument.Parse(DamagedText.MendJson(body));
        }

        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // Control characters may stand in its texts as they are.
            return JsonDocument.Parse(DamagedText.MendJson(body));
        }
    }

    private static byte[] Xml(ArraySegment<byte> body)
    {
        try
        {
            return XmlTranscoder.ToJson(body);
        }
        catch (XmlException)
        {
            return XmlTranscoder.ToJson(new ArraySegment<byte>(DamagedText.MendXml(body)));
        }
    }
}
