using System.Net.Http.Headers;

namespace NcloudServer.Http;

/// <summary>Sends one request and reads its whole response, within limits of time and size. Connections are kept and shared.</summary>
internal sealed class HttpTransport(HttpClient client, ProxyUse proxy, bool isOwner = true, bool isNetwork = true) : IDisposable
{
    public const int LargestResponse = 64 * 1024 * 1024;

    private static readonly Lazy<HttpClient> s_shared = new(() => NetworkStack.Client(proxy: null));

    private readonly ConnectionOpening _opening = new();

    /// <summary>The transport over the system's proxy, shared by all clients.</summary>
    public static HttpTransport Shared => new(s_shared.Value, ProxyUse.OfSystem, isOwner: false);

    /// <summary>A transport to an address: over the given proxy, over the system's, or over none.</summary>
    /// <exception cref="NcpConnectionException">An environment variable does not contain a proxy address.</exception>
    public static HttpTransport To(Uri apiBase, bool isDirect, Uri? proxy, ICredentials? credential)
    {
        if (isDirect)
            return Direct();

#if !NETFRAMEWORK // which ignores the environment
        if (proxy is null)
            Addresses.ProxyAddress.CheckEnvironment(apiBase, Environment.GetEnvironmentVariable, () => HttpClient.DefaultProxy);

#endif
        // A connection with a sign-in is never shared.
        return ProxyUse.ProxyOf(proxy, credential) is { } own ? Over(own, source: proxy is null ? null : "-Proxy") : Shared;
    }

    /// <summary>A separate transport over no proxy; disposing it closes its connections.</summary>
    public static HttpTransport Direct() => new(NetworkStack.Client(proxy: null, isDirect: true), ProxyUse.None);

    /// <summary>A separate transport over a proxy of some source, null for the system; disposing it closes its connections.</summary>
    public static HttpTransport Over(IWebProxy proxy, string? source = null) =>
        new(NetworkStack.Client(proxy), new ProxyUse(() => proxy, source));

    /// <summary>A separate transport over a handler, which opens connections only if it is the framework's own.</summary>
    public static HttpTransport Over(HttpMessageHandler handler) =>
        new(NetworkStack.Client(handler), ProxyUse.None, isNetwork: handler.GetType().Assembly == typeof(HttpMessageHandler).Assembly);

    /// <exception cref="NcpConnectionException">No complete response came.</exception>
    /// <exception cref="NcpResponseException">The response is larger than <see cref="LargestResponse"/>.</exception>
    public async Task<RawResponse> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        RequestContent? content = ContentOf(request);
        NcpConnectionException? failure = null;
        (bool isTrying, bool hasResponse) = (false, false);
        try
        {
            while (content is not null && _opening.Join() is { } attempt)
            {
                await Task.WhenAny(attempt, Task.Delay(Timeout.Infinite, limited.Token)).ConfigureAwait(false);
                limited.Token.ThrowIfCancellationRequested();
                if (await attempt.ConfigureAwait(false) is { } shared)
                    throw shared;
            }

            isTrying = content is not null;
            using HttpResponseMessage response =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token).ConfigureAwait(false);
            hasResponse = true;
            if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
                throw new ConnectionFailure(request, proxy).SignInRequired();

#if NETFRAMEWORK
            // Reads of .NET Framework's response stream ignore their token: only closing the stream ends them.
            using CancellationTokenRegistration closing = limited.Token.Register(response.Dispose);
#endif
            return await ReadAsync(response, limited.Token).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (ConnectionFailure.Of(
            e, request, hasResponse, content?.IsHandedOver, limited.IsCancellationRequested ? timeout : null, proxy) is { } known)
        {
            throw failure = known;
        }
        finally
        {
            if (isTrying && !content!.IsHandedOver)
                _opening.End(isOpen: false, failure);
        }
    }

    public void Dispose()
    {
        if (isOwner)
            client.Dispose();
    }

    /// <summary>The content that tells whether the request is handed over; null where nothing does.</summary>
    private RequestContent? ContentOf(HttpRequestMessage request)
    {
#if !NETFRAMEWORK
        // There, a GET can't have a body.
        request.Content ??= new RequestContent([]);
#endif
        if (!isNetwork || request.Content is not RequestContent content)
            return null;

        content.HandedOver = () => _opening.End(isOpen: true);
        return content;
    }

    private static async Task<RawResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContentHeaders headers = response.Content.Headers;
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // Caps the first buffer: Content-Length is not trusted.
        byte[] buffer = RawResponse.Reserve((int)Math.Min(Math.Max(headers.ContentLength ?? 0, 4096) + 1, RawResponse.LargestShared));
        (int count, int read) = (0, 0);
        while ((read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false)) > 0)
        {
            count += read;
            if (count > LargestResponse)
            {
                throw new NcpResponseException(
                    $"The response is larger than {LargestResponse / (1024 * 1024)} MiB; it was not read to its end.",
                    "Check the endpoint, or request fewer servers at a time.") { Kind = FailureKind.Indeterminate, IsTooLarge = true };
            }

            if (count == buffer.Length)
            {
                // From half of the limit straight to above it: a step between would cost as much memory again.
                byte[] larger = RawResponse.Reserve(buffer.Length * 2 < LargestResponse ? buffer.Length * 2 : LargestResponse + 1);
                buffer.CopyTo(larger, 0);
                RawResponse.GiveBack(buffer);
                buffer = larger;
            }
        }

        string contentType = headers.ContentType?.MediaType ?? "no content type";
        return new RawResponse(response.StatusCode, response.Headers, contentType, new ArraySegment<byte>(buffer, 0, count));
    }
}
