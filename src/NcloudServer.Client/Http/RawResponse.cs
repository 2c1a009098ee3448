using System.Buffers;
using System.Net.Http.Headers;

namespace NcloudServer.Http;

/// <summary>A response with its complete, decompressed body.</summary>
/// <remarks>A long list would end up in the large object heap, so the memory is pooled: disposing the response returns it.</remarks>
internal sealed record RawResponse(HttpStatusCode Status, HttpResponseHeaders Headers, string ContentType, ArraySegment<byte> Body)
    : IDisposable
{
    public const int LargestShared = 1024 * 1024;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public ArraySegment<byte> Body { get; private set; } = Body;

    public string Header(string name) =>
        Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() ?? string.Empty : string.Empty;

    /// <summary>Memory for a body, at least as much as requested. Very large blocks are not pooled.</summary>
    public static byte[] Reserve(int size) => size <= LargestShared ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];

    public static void GiveBack(byte[] memory)
    {
        if (memory.Length <= LargestShared)
            ArrayPool<byte>.Shared.Return(memory);
    }

    public void Dispose()
    {
        if (Body.Array is { } memory)
        {
            Body = default;
            GiveBack(memory);
        }
    }
}
