using System.Net;
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
    private const int MostAttempts = 3;

    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromSeconds(0.1);

    private string? _token;
    private bool _isTokenKnown;

    /// <summary>The address without a path.</summary>
    public string Address =>
        (FirstGiven("NCLOUD_METADATA_API_ENDPOINT", "NCLOUD_METADATA_ENDPOINT") ?? "http://169.254.169.254").TrimEnd('/');

    /// <summary>Searches the metadata.</summary>
    /// <param name="search">Gets a way to read an item by its path.</param>
    /// <param name="limit">The time for the whole search, repeats included.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>What the search makes of the answers.</returns>
    public async Task<T> SearchAsync<T>(
        Func<Func<string, Task<MetadataAnswer>>, Task<T>> search, TimeSpan limit, CancellationToken cancellationToken)
    {
        // The address is link-local: no proxy can reach it.
        using var transport = HttpTransport.Direct();
        var connection = new MetadataConnection(transport, limit);
        bool isTokenNew = false;
        bool isRenewed = false;
        return await search(ReadAsync).ConfigureAwait(false);

        async Task<MetadataAnswer> ReadAsync(string path)
        {
            if (!_isTokenKnown)
            {
                isTokenNew = true;
                await RenewTokenAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            for (int attempt = 1; ; attempt++)
            {
                MetadataAnswer answer = await GetAsync(connection, path, cancellationToken).ConfigureAwait(false);
                // Which status tells that a token has expired is not known: with one of an earlier search, it can be any.
                if (!isRenewed && (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    || (answer is { IsOk: false, Failure: null } && _token is not null && !isTokenNew)))
                {
                    isRenewed = true;
                    await RenewTokenAsync(connection, cancellationToken).ConfigureAwait(false);
                    answer = _token is null ? answer : await GetAsync(connection, path, cancellationToken).ConfigureAwait(false);
                }

                if (!answer.IsTransient || attempt == MostAttempts)
                {
                    return answer;
                }

                await Task.Delay(s_betweenAttempts, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<MetadataAnswer> GetAsync(MetadataConnection connection, string path, CancellationToken cancellationToken) =>
        connection.SendAsync(
            HttpMethod.Get, Address + DataPath + path, (TokenHeader, _token), part: 1, cancellationToken);

    private async Task RenewTokenAsync(MetadataConnection connection, CancellationToken cancellationToken)
    {
        _token = null;
        // Half of the time stays for version 1: an address that does not know this method may never answer it.
        MetadataAnswer answer = await connection.SendAsync(
            HttpMethod.Put, Address + TokenPath, (LifetimeHeader, LifetimeSeconds), part: 0.5, cancellationToken).ConfigureAwait(false);
        _token = answer.IsOk && IsToken(answer.Text.Trim()) ? answer.Text.Trim() : null;
        _isTokenKnown = true;
    }

    // The token is sent in a header. A page, such as a proxy's login page, is not one.
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= LongestToken && text[0] != '<' && text.All(c => c is > ' ' and <= '~');

    private string? FirstGiven(string name, string otherName) =>
        variable(name) is { Length: > 0 } value ? value : variable(otherName) is { Length: > 0 } other ? other : null;
}
