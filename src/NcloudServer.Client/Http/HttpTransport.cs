using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>Sends one request and reads its whole response, within limits of time and size. Connections are kept and shared.</summary>
internal sealed class HttpTransport : IDisposable
{
    public const int LargestResponse = 64 * 1024 * 1024;

    private static readonly Lazy<HttpClient> s_shared = new(() => CreateClient(CreateHandler(null)));

    private readonly HttpClient _client;
    private readonly bool _isOwner;

    private HttpTransport(HttpClient client, bool isOwner)
    {
        _client = client;
        _isOwner = isOwner;
    }

    /// <summary>The transport over the system's proxy, shared by all clients.</summary>
    public static HttpTransport Shared => new(s_shared.Value, isOwner: false);

    /// <summary>A separate transport over a proxy; disposing it closes its connections.</summary>
    public static HttpTransport Over(IWebProxy proxy) => Over(CreateHandler(proxy));

    public static HttpTransport Over(HttpMessageHandler handler) => new(CreateClient(handler), isOwner: true);

    /// <exception cref="NcpConnectionException">No complete response came.</exception>
    /// <exception cref="NcpResponseException">The response is larger than <see cref="LargestResponse"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<RawResponse> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        try
        {
            using HttpResponseMessage response = await StartAsync(request, limited.Token).ConfigureAwait(false);
#if NETFRAMEWORK
            // Reads of .NET Framework's response stream ignore their token: only closing the stream ends them.
            using CancellationTokenRegistration closing = limited.Token.Register(response.Dispose);
#endif
            ArraySegment<byte> body = await ReadAsync(response.Content, limited.Token).ConfigureAwait(false);
            string contentType = response.Content.Headers.ContentType?.MediaType ?? "no content type";
            return new RawResponse(response.StatusCode, response.Headers, contentType, body);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (limited.IsCancellationRequested)
        {
            throw ConnectionFailure.TimedOut(request, timeout);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw ConnectionFailure.NotConnected(request, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or AuthenticationException or InvalidOperationException
            or InvalidDataException or OperationCanceledException)
        {
            // A cancellation by neither the caller nor the time limit is a broken connection.
            throw ConnectionFailure.From(e, request);
        }
    }

    public void Dispose()
    {
        if (_isOwner)
        {
            _client.Dispose();
        }
    }

    private async Task<HttpResponseMessage> StartAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NotSupportedException or FormatException or ArgumentException)
        {
            // The network stack can't connect at all, for example over a system proxy with an unknown scheme.
            throw ConnectionFailure.NotSent(e, request);
        }

        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            response.Dispose();
            throw ConnectionFailure.ProxyAuthentication(request);
        }

        return response;
    }

    private static async Task<ArraySegment<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        long? announced = content.Headers.ContentLength;
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // Caps the first buffer: Content-Length is not trusted.
        byte[] buffer = RawResponse.Reserve((int)Math.Min(Math.Max(announced ?? 0, 4096) + 1, RawResponse.LargestShared));
        int count = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return new ArraySegment<byte>(buffer, 0, count);
            }

            count += read;
            if (count > LargestResponse)
            {
                throw new NcpResponseException(
                    $"The response is larger than {LargestResponse / (1024 * 1024)} MiB; it was not read to its end.",
                    "Check the endpoint, or request fewer servers at a time.") { Kind = FailureKind.Indeterminate, IsTooLarge = true };
            }

            if (count == buffer.Length)
            {
                byte[] larger = RawResponse.Reserve(buffer.Length * 2 < LargestResponse ? buffer.Length * 2 : LargestResponse + 1);
                buffer.CopyTo(larger, 0);
                RawResponse.GiveBack(buffer);
                buffer = larger;
            }
        }
    }

    private static HttpClient CreateClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("NcloudServer/" + typeof(HttpTransport).Assembly.GetName().Version!.ToString(3));
        return client;
    }

#if NETFRAMEWORK
    private static HttpClientHandler CreateHandler(IWebProxy? proxy)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // powershell.exe may default to older protocols; the process-wide setting is left alone.
            SslProtocols = SslProtocols.Tls12,
            MaxConnectionsPerServer = 256,
        };
        if (proxy is not null)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }
#else
    private static SocketsHttpHandler CreateHandler(IWebProxy? proxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            // Long enough to reuse connections, short enough to notice a change of the gateway's address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // If no connection was made, nothing was sent; the request's own time-out would leave that open.
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        if (proxy is not null)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }
#endif
}
