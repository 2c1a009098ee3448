using System.Text;

namespace NcloudServer.Simulator;

/// <summary>An answer before it is sent. The body is complete, so that its length is known and head and body go out together.</summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A document with one root, written the same way whatever the format.</summary>
    public static Reply Document(ReplyFormat format, int status, string root, Action<IReplyWriter> content, bool isCompact = false)
    {
        var stream = new MemoryStream();
        bool isJson = format == ReplyFormat.Json;
        using (IReplyWriter writer = isJson ? new JsonReplyWriter(stream, root, isCompact) : new XmlReplyWriter(stream, root))
        {
            content(writer);
        }

        return new Reply(status, ContentTypes.Of(format), stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    public static Reply Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));
}

internal static class ContentTypes
{
    public const string Json = "application/json;charset=UTF-8";
    public const string Xml = "application/xml;charset=UTF-8";
    public const string Plain = "text/plain;charset=UTF-8";

    public static string Of(ReplyFormat format) => format == ReplyFormat.Json ? Json : Xml;

    /// <summary>What a body looks like, for those who give a body only.</summary>
    public static string Guess(string body) => body.TrimStart() switch
    {
        ['{' or '[', ..] => Json,
        ['<', ..] => Xml,
        _ => Plain,
    };
}
