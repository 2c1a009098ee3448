using System.Text;

namespace NcloudServer.Simulator;

/// <summary>An answer before it is sent. The body is complete, so that its length is known and head and body go out together.</summary>
internal sealed record Response(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A document with one root, written the same way whatever the format.</summary>
    public static Response Document(ResponseFormat format, int status, string root, Action<IResponseWriter> content, bool isCompact = false)
    {
        var stream = new MemoryStream();
        bool isJson = format == ResponseFormat.Json;
        using (IResponseWriter writer = isJson ? new JsonResponseWriter(stream, root, isCompact) : new XmlResponseWriter(stream, root))
        {
            content(writer);
        }

        return new Response(status, ContentTypes.Of(format), stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    public static Response Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));
}

internal static class ContentTypes
{
    public const string Json = "application/json;charset=UTF-8";
    public const string Xml = "application/xml;charset=UTF-8";
    public const string Plain = "text/plain;charset=UTF-8";

    public static string Of(ResponseFormat format) => format == ResponseFormat.Json ? Json : Xml;

    /// <summary>What a body looks like, for those who give a body only.</summary>
    public static string Guess(string body) => body.TrimStart() switch
    {
        ['{' or '[', ..] => Json,
        ['<', ..] => Xml,
        _ => Plain,
    };
}
