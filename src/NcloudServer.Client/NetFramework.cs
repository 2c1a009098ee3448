#if NETFRAMEWORK
using System.Runtime.InteropServices;

namespace System.Runtime.CompilerServices
{
    // What the compiler looks for when records and init accessors are used.
    internal static class IsExternalInit;
}

namespace NcloudServer
{
    /// <summary>Members of later frameworks, so that the rest of the code is written once.</summary>
    internal static class NetFramework
    {
        public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;

        public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

        public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        {
            if (dictionary.ContainsKey(key))
                return false;

            dictionary.Add(key, value);
            return true;
        }

        public static Task<Stream> ReadAsStreamAsync(this HttpContent content, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return content.ReadAsStreamAsync();
        }

        public static Task<int> ReadAsync(this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
            MemoryMarshal.TryGetArray<byte>(buffer, out ArraySegment<byte> segment)
                ? stream.ReadAsync(segment.Array, segment.Offset, segment.Count, cancellationToken)
                : throw new NotSupportedException("The buffer is no array.");
    }
}
#endif
