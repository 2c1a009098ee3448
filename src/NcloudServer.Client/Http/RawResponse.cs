using System;
using System.Buffers;
using System.Linq;
using System.Net;
using System.Net.Http.Headers;

namespace NcloudServer.Http;

/// <summary>A reply as it came over the wire, its body complete and decompressed.</summary>
/// <remarks>A list of servers is larger than what the garbage collector moves and soon collects: whoever has read it gives its memory back.</remarks>
internal sealed class RawResponse(HttpStatusCode status, HttpResponseHeaders headers, string contentType, ArraySegment<byte> body) : IDisposable
{
    public const int LargestShared = 1024 * 1024;

    public HttpStatusCode Status { get; } = status;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public HttpResponseHeaders Headers { get; } = headers;

    public string ContentType { get; } = contentType;

    public ArraySegment<byte> Body { get; private set; } = body;

    /// <summary>The header's first value, or nothing.</summary>
    public string Header(string name) =>
        Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() ?? string.Empty : string.Empty;

    /// <summary>Memory for a body, at least as much as is asked for. What few replies need is not kept for others.</summary>
    public static byte[] Reserve(int size) => size <= LargestShared ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];

    public static void GiveBack(byte[] memory)
    {
        if (memory.Length <= LargestShared)
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    /// <summary>Gives the body's memory to later replies.</summary>
    public void Dispose()
    {
        if (Body.Array is { } memory)
        {
            Body = default;
            GiveBack(memory);
        }
    }
}
