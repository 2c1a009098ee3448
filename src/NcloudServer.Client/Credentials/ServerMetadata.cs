using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>
/// The platform's metadata address, which only its servers can reach. A token is requested first, as version 2 requires; without one,
/// version 1 is used.
/// </summary>
/// <remarks>
/// Source: api.ncloud-docs.com, pages <c>compute-vmetadata-metadatav2</c> and <c>compute-vmetadata-serverdata</c>.
/// </remarks>
internal sealed class ServerMetadata(Func<string, string?> variable)
{
    private const string TokenPath = "/latest/api/token";
    private const string DataPath = "/latest/meta-data/";
    private const string TokenHeader = "X-NCP-METADATA-TOKEN";
    private const string LifetimeHeader = "X-NCP-METADATA-TOKEN-TTL-SECONDS";
    // One search needs a few seconds, and a token that is older is replaced.
    private const string LifetimeSeconds = "300";
    private const int LongestToken = 4096;
    private const int LongestAnswer = 64 * 1024;

    // Only an Ncloud server gets an answer here; anywhere else the user waits for the time-out.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    private string? _token;
    private bool _isTokenKnown;

    /// <summary>The address without a path.</summary>
    public string Address =>
        (FirstGiven("NCLOUD_METADATA_API_ENDPOINT", "NCLOUD_METADATA_ENDPOINT") ?? "http://169.254.169.254").TrimEnd('/');

    /// <summary>Searches the metadata, within one time limit.</summary>
    /// <param name="search">Gets a way to read an item by its path, which gives null where there is no such item.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>What the search has found; null where there is no answer, or one of something else.</returns>
    public async Task<T?> SearchAsync<T>(Func<Func<string, Task<string?>>, Task<T?>> search, CancellationToken cancellationToken)
        where T : class
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(s_timeout);
        // The address is link-local: no proxy can reach it.
        using var transport = HttpTransport.Over(
            new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
        bool isTokenNew = false;
        bool isRenewed = false;
        try
        {
            return await search(ReadAsync).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (IsNoAnswer(e) || e is UriFormatException))
        {
            return null;
        }

        async Task<string?> ReadAsync(string path)
        {
            if (!_isTokenKnown)
            {
                isTokenNew = true;
                await RenewTokenAsync(transport, limited.Token).ConfigureAwait(false);
            }

            (HttpStatusCode status, string text) = await GetAsync(transport, path, limited.Token).ConfigureAwait(false);
            // Which status tells that a token has expired is not known: with one of an earlier search, it can be any.
            bool isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || (status != HttpStatusCode.OK && _token is not null && !isTokenNew);
            if (isRefused && !isRenewed)
            {
                isRenewed = true;
                await RenewTokenAsync(transport, limited.Token).ConfigureAwait(false);
                (status, text) = _token is null ? default : await GetAsync(transport, path, limited.Token).ConfigureAwait(false);
            }

            return status == HttpStatusCode.OK ? text : null;
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(
        HttpTransport transport, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address + DataPath + path));
        if (_token is not null)
        {
            request.Headers.TryAddWithoutValidation(TokenHeader, _token);
        }

        return await SendAsync(transport, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task RenewTokenAsync(HttpTransport transport, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Half of the time stays for version 1: an address that does not know this method may never answer it.
        limited.CancelAfter(TimeSpan.FromTicks(s_timeout.Ticks / 2));
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Address + TokenPath));
        request.Headers.TryAddWithoutValidation(LifetimeHeader, LifetimeSeconds);
        _token = null;
        try
        {
            (HttpStatusCode status, string text) = await SendAsync(transport, request, limited.Token).ConfigureAwait(false);
            _token = status == HttpStatusCode.OK && IsToken(text.Trim()) ? text.Trim() : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && IsNoAnswer(e))
        {
            // There is no version 2, or it can't be used.
        }

        _isTokenKnown = true;
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(
        HttpTransport transport, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using RawResponse response = await transport.SendAsync(request, s_timeout, cancellationToken).ConfigureAwait(false);
        ArraySegment<byte> body = response.Body;
        string text = body.Count <= LongestAnswer ? Encoding.UTF8.GetString(body.Array!, body.Offset, body.Count) : string.Empty;
        return (response.Status, text);
    }

    // The token is sent in a header. A page, such as a proxy's login page, is not one.
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= LongestToken && text[0] != '<' && text.All(c => c is > ' ' and <= '~');

    private static bool IsNoAnswer(Exception e) => e is NcpConnectionException or NcpResponseException or OperationCanceledException;

    private string? FirstGiven(string name, string otherName) =>
        variable(name) is { Length: > 0 } value ? value : variable(otherName) is { Length: > 0 } other ? other : null;
}
