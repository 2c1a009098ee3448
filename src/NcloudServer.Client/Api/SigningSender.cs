using System.Net.Http.Headers;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Api;

/// <summary>Signs a request, sends it, and traces both ways.</summary>
internal sealed class SigningSender(CredentialChain credentials, HttpTransport transport, ClientOptions options, ActivityLog log)
{
    // The headers that -Debug shows: others may be secret.
    private static readonly string[] s_shownHeaders =
    [
        "x-ncp-apigw-timestamp", "x-ncp-trace-id", "x-ncp-apigw-error-code", "x-ncp-apigw-error-message", "Date", "Retry-After",
    ];

    public ServiceClock Clock { get; } = new(options);

    /// <exception cref="NcpException">There is no key, or no response.</exception>
    public async Task<RawResponse> SendAsync(ApiRequest call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        AccessKey key = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            using HttpRequestMessage request = Signed(call, key);
            TimeSpan sentAt = options.Elapsed();
            try
            {
                RawResponse response = await transport.SendAsync(request, timeout, cancellationToken).ConfigureAwait(false);
                string time = $"{(options.Elapsed() - sentAt).TotalMilliseconds:0} ms";
                log.Debug(call.Secrets.Hide(
                    $"HTTP {(int)response.Status}, {response.ContentType}, {response.Body.Count} bytes in {time}{Shown(response.Headers)}"));
                Clock.Observe(response.Headers.Date);
                return response.IsSuccess && !ResponseReader.IsKeyRefused(response, options.Clock())
                    ? response
                    : throw ResponseReader.ReadFailure(response, call.Form, options.Clock());
            }
            catch (NcpException e)
            {
                e.SentAt = sentAt;
                // What is rejected for its key has not been carried out.
                if (e.Id != NcpErrorId.NcpAuthenticationFailed
                    || await credentials.ReplaceAsync(key, cancellationToken).ConfigureAwait(false) is not { } replacement)
                {
                    throw;
                }

                log.Verbose($"The service rejected the access key, and {credentials.Source} has a new one. Sending the request again.");
                key = replacement;
            }
        }
    }

    private HttpRequestMessage Signed(ApiRequest call, AccessKey key)
    {
        var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.Body is not null || call.Method != HttpMethod.Get)
        {
            request.Content = new RequestContent(call.Body ?? []);
            request.Content.Headers.ContentType = call.Body is null ? null : new MediaTypeHeaderValue(call.BodyType);
            // Without a round trip of its own for the headers.
            request.Headers.ExpectContinue = false;
        }

#if NETFRAMEWORK
        // There a GET can't have a body, which would keep the network stack from repeating it by itself. On a connection of its own it is
        // not repeated either; for a reading that is not worth it.
        request.Headers.ConnectionClose = call.IsChange;
#endif
        Clock.ObserveOwn();
        RequestSigner.Sign(request, key, options.Clock());
        log.Debug($"{request.Method.Method} {call.Shown}{Shown(request.Headers)}");
        return request;
    }

    private static string Shown(HttpHeaders headers) => string.Concat(s_shownHeaders
        .Where(headers.Contains)
        .Select(name => $"{Environment.NewLine}  {name}: {PlainText.Of(string.Join(", ", headers.GetValues(name)))}"));
}
