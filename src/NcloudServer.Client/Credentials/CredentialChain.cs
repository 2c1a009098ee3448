using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>Asks the sources in order. The first with a key wins, and is asked again only before its key expires.</summary>
internal sealed class CredentialChain(IReadOnlyList<IAccessKeySource> sources, Func<DateTimeOffset>? clock = null) : IDisposable
{
    // Before the key expires, because a request can take a while.
    private static readonly TimeSpan s_renewal = TimeSpan.FromMinutes(5);

    // A source may return the same key until it expires: it is not asked before every request.
    private static readonly TimeSpan s_betweenRenewals = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private AccessKey? _key;
    private string? _rejectedId;
    private IAccessKeySource? _source;
    private DateTimeOffset _asked;

    /// <summary>Where the key comes from, as text; empty before the first request.</summary>
    public string Source => _source?.Description ?? string.Empty;

    /// <exception cref="NcpConfigurationException">No source has a key, or one has something that can't be used.</exception>
    public Task<AccessKey> GetAsync(CancellationToken cancellationToken) =>
        Fresh() is { } known ? Task.FromResult(known) : InTurnAsync(() => RenewAsync(cancellationToken), cancellationToken);

    /// <summary>Asks for a new key in place of one that the service has rejected, once for each key.</summary>
    /// <returns>The new key; null if its source has no other.</returns>
    /// <exception cref="NcpConfigurationException">What the source has can't be used.</exception>
    public Task<AccessKey?> ReplaceAsync(AccessKey rejected, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            if (_key!.Id == rejected.Id && _rejectedId != rejected.Id)
            {
                _rejectedId = rejected.Id;
                _key = (await _source!.FindAsync(cancellationToken).ConfigureAwait(false)).Key ?? _key;
                _asked = Now;
            }

            return _key.Id == rejected.Id ? null : _key;
        },
        cancellationToken);

    /// <summary>Finds the region of the server whose role the key belongs to; null where the key is not a server's.</summary>
    /// <exception cref="NcpConfigurationException">There is no key, or the server's metadata do not give the region.</exception>
    public async Task<RegionSetting?> FindRegionAsync(CancellationToken cancellationToken)
    {
        await GetAsync(cancellationToken).ConfigureAwait(false);
        return _source is not ServerRoleKeySource role ? null : new RegionSetting(
            await InTurnAsync(() => role.FindRegionAsync(cancellationToken), cancellationToken).ConfigureAwait(false),
            "the metadata of this server");
    }

    public void Dispose() => _oneAtATime.Dispose();

    private DateTimeOffset Now => clock?.Invoke() ?? DateTimeOffset.UtcNow;

    private AccessKey? Fresh()
    {
        DateTimeOffset now = Now;
        if (_key?.Expiration is not { } end || end - now > s_renewal)
            return _key;

        // A key that had expired when it came is one by this computer's clock only, or its source has no better.
        return now - _asked < s_betweenRenewals && (end > now || end <= _asked) ? _key : null;
    }

    private async Task<AccessKey> RenewAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
            return known;

        try
        {
            _key = await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NcpConfigurationException) when (_key?.Expiration > Now)
        {
            // The current key is valid for some more minutes, and the next attempt may succeed.
        }

        _asked = Now;
        return _key;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<AccessKey> AskAsync(CancellationToken cancellationToken)
    {
        var absences = new List<string>();
        // Once a source has been chosen, a new key comes from there alone: another source may have that of another account.
        foreach (IAccessKeySource source in _source is null ? sources : [_source])
        {
            KeySearchResult result = await source.FindAsync(cancellationToken).ConfigureAwait(false);
            if (result.Key is { } key)
            {
                _source = source;
                return key;
            }

            absences.Add($"{source.Description}: {result.Absence}");
        }

        throw new NcpConfigurationException(
            NcpErrorId.NcpCredentialNotFound,
            $"No access key was found. Sources tried: {string.Join("; ", absences)}.",
            "Give -Credential, set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or create a profile with Set-NcpProfile.");
    }
}
