using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>Carries one request and brings back its whole reply, within a time and a size. Connections are kept and shared.</summary>
internal sealed class HttpTransport : IDisposable
{
    public const int LargestReply = 64 * 1024 * 1024;

    private static readonly Lazy<HttpClient> s_shared = new(() => CreateClient(CreateHandler(null)));

    private readonly HttpClient _client;
    private readonly bool _isOwner;

    private HttpTransport(HttpClient client, bool isOwner)
    {
        _client = client;
        _isOwner = isOwner;
    }

    /// <summary>The transport of everybody who uses the system's proxy.</summary>
    public static HttpTransport Shared => new(s_shared.Value, isOwner: false);

    /// <summary>A transport of its own over a proxy; its connections end with it.</summary>
    public static HttpTransport Over(IWebProxy proxy) => Over(CreateHandler(proxy));

    public static HttpTransport Over(HttpMessageHandler handler) => new(CreateClient(handler), isOwner: true);

    /// <exception cref="NcpConnectionException">No complete reply came.</exception>
    /// <exception cref="NcpResponseException">The reply is larger than <see cref="LargestReply"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<RawResponse> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        try
        {
            using HttpResponseMessage response = await StartAsync(request, limited.Token).ConfigureAwait(false);
#if NETFRAMEWORK
            // Reads of .NET Framework's response stream do not look at their token: only closing it wakes them.
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
            // A cancellation that neither the caller nor the time limit asked for is a broken connection like any other.
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
            // What the network stack can't make a connection of, such as a system proxy with a scheme of its own.
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
        // What a reply announces is a hint, not a promise: nobody makes us reserve more than this for it.
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
            if (count > LargestReply)
            {
                throw new NcpResponseException(
                    $"The reply is larger than {LargestReply / (1024 * 1024)} MiB; it was not read to its end.",
                    "Check the endpoint, or ask for fewer servers at a time.") { Kind = FailureKind.Indeterminate, IsTooLarge = true };
            }

            if (count == buffer.Length)
            {
                byte[] larger = RawResponse.Reserve(buffer.Length * 2 < LargestReply ? buffer.Length * 2 : LargestReply + 1);
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
            // powershell.exe still starts with the protocols of 2012; the process-wide setting belongs to its owner.
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
            // Long enough to be worth keeping, short enough to notice when the gateway's address moves.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // An address that swallows everything: known by then not to have received anything, where the whole request's time would leave that open.
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
