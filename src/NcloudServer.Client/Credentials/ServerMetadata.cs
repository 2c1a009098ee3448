using System.Diagnostics;
using System.Text;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>
/// The platform's metadata address, which only its servers can reach. A token is requested first, as version 2 requires; without one,
/// version 1 is used.
/// </summary>
/// <remarks>Source: api.ncloud-docs.com, pages <c>compute-vmetadata-metadatav2</c> and <c>compute-vmetadata-serverdata</c>.</remarks>
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
    private const int MostAttempts = 3;

    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromSeconds(0.1);

    private string? _token;
    private bool _isTokenKnown;

    public string Address =>
        (FirstGiven("NCLOUD_METADATA_API_ENDPOINT", "NCLOUD_METADATA_ENDPOINT") ?? "http://169.254.169.254").TrimEnd('/');

    /// <summary>Carries out a search, which gets a way to read an item by its path, within a limit that includes repeats.</summary>
    public async Task<T> SearchAsync<T>(
        Func<Func<string, Task<MetadataAnswer>>, Task<T>> search, TimeSpan limit, CancellationToken cancellationToken)
    {
        // The address is link-local: no proxy can reach it.
        using var transport = HttpTransport.Direct();
        return await search(new Search(this, transport, limit, cancellationToken).ReadAsync).ConfigureAwait(false);
    }

    // The token is sent in a header. A page, such as a proxy's login page, is not one.
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= LongestToken && text[0] != '<' && text.All(c => c is > ' ' and <= '~');

    private string? FirstGiven(string name, string otherName) =>
        variable(name) is { Length: > 0 } value ? value : variable(otherName) is { Length: > 0 } other ? other : null;

    private sealed class Search(ServerMetadata metadata, HttpTransport transport, TimeSpan limit, CancellationToken cancellationToken)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private bool _isTokenNew;
        private bool _isRenewed;

        public async Task<MetadataAnswer> ReadAsync(string path)
        {
            if (!metadata._isTokenKnown)
            {
                _isTokenNew = true;
                await RenewTokenAsync().ConfigureAwait(false);
            }

            for (int attempt = 1; ; attempt++)
            {
                MetadataAnswer answer = await GetAsync(path).ConfigureAwait(false);
                // Which status tells that a token has expired is not known: with one of an earlier search, it can be any.
                if (!_isRenewed && (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    || (answer is { IsOk: false, Failure: null } && metadata._token is not null && !_isTokenNew)))
                {
                    _isRenewed = true;
                    await RenewTokenAsync().ConfigureAwait(false);
                    answer = metadata._token is null ? answer : await GetAsync(path).ConfigureAwait(false);
                }

                if (!answer.IsTransient || attempt == MostAttempts)
                    return answer;

                await Task.Delay(s_betweenAttempts, cancellationToken).ConfigureAwait(false);
            }
        }

        private Task<MetadataAnswer> GetAsync(string path) =>
            SendAsync(HttpMethod.Get, DataPath + path, (TokenHeader, metadata._token), part: 1);

        private async Task RenewTokenAsync()
        {
            metadata._token = null;
            // Half of the time stays for version 1: an address that does not know this method may never answer it.
            MetadataAnswer answer = await SendAsync(HttpMethod.Put, TokenPath, (LifetimeHeader, LifetimeSeconds), part: 0.5).ConfigureAwait(false);
            metadata._token = answer.IsOk && IsToken(answer.Text.Trim()) ? answer.Text.Trim() : null;
            metadata._isTokenKnown = true;
        }

        // A header without a value is left out. The request may take a part of the whole time, as far as so much is left.
        private async Task<MetadataAnswer> SendAsync(HttpMethod method, string path, (string Name, string? Value) header, double part)
        {
            using var request = new HttpRequestMessage(method, new Uri(metadata.Address + path));
            if (header.Value is not null)
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);

            double left = Math.Max((limit - _watch.Elapsed).TotalSeconds, 0.001);
            var time = TimeSpan.FromSeconds(Math.Min(limit.TotalSeconds * part, left));
            try
            {
                using RawResponse response = await transport.SendAsync(request, time, cancellationToken).ConfigureAwait(false);
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
}

/// <summary>What came of a request to the metadata address: a response, whose text is empty where it is far too long, or a failure.</summary>
internal sealed record MetadataAnswer(HttpStatusCode Status, string Text, NcpException? Failure = null)
{
    public bool IsOk => Status == HttpStatusCode.OK;

    /// <summary>Whether the next attempt may succeed. What took all of the time has no next one.</summary>
    public bool IsTransient => (int)Status >= 500
        || (Failure is { Kind: FailureKind.Indeterminate, Id: not NcpErrorId.NcpRequestTimeout });

    public string Why => Failure?.Message.TrimEnd('.') ?? $"HTTP {(int)Status}";
}
