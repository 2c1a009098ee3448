using System.Diagnostics;
using System.Text;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>Sends the requests of one search, within one time limit.</summary>
internal sealed class MetadataConnection(HttpTransport transport, TimeSpan limit)
{
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <param name="method">The method.</param>
    /// <param name="address">The address.</param>
    /// <param name="header">A header, which is left out without a value.</param>
    /// <param name="part">The part of the whole time that the request may take, as far as so much is left.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<MetadataAnswer> SendAsync(
        HttpMethod method, string address, (string Name, string? Value) header, double part, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address));
        if (header.Value is not null)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        var time = TimeSpan.FromSeconds(Math.Min(limit.TotalSeconds * part, (limit - _watch.Elapsed).TotalSeconds));
        try
        {
            using RawResponse response = await transport
                .SendAsync(request, time > s_shortest ? time : s_shortest, cancellationToken).ConfigureAwait(false);
            ArraySegment<byte> body = response.Body;
            string text = body.Count <= LongestAnswer ? Encoding.UTF8.GetString(body.Array!, body.Offset, body.Count) : string.Empty;
            return new MetadataAnswer(response.Status, text);
        }
        catch (Exception e) when (e is NcpConnectionException or NcpResponseException)
        {
            return new MetadataAnswer(default, string.Empty, (NcpException)e);
        }
    }
}
