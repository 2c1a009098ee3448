using System;
using System.Linq;
using System.Net;
using System.Net.Http.Headers;

namespace NcloudServer.Http;

/// <summary>A reply as it came over the wire, its body complete and decompressed.</summary>
internal sealed class RawReply(HttpStatusCode status, HttpResponseHeaders headers, string contentType, ArraySegment<byte> body)
{
    public HttpStatusCode Status { get; } = status;

    public HttpResponseHeaders Headers { get; } = headers;

    public string ContentType { get; } = contentType;

    public ArraySegment<byte> Body { get; } = body;

    /// <summary>The header's first value, or nothing.</summary>
    public string Header(string name) =>
        Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() ?? string.Empty : string.Empty;
}
