using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>Asks the sources in their order; the first that has a key wins, and is asked again only when its key runs out.</summary>
internal sealed class CredentialChain(IReadOnlyList<IAccessKeySource> sources, Func<DateTimeOffset>? clock = null) : IDisposable
{
    // Taken before the key is refused: a request can be under way for a while.
    private static readonly TimeSpan s_renewal = TimeSpan.FromMinutes(5);

    // A source may go on handing out the same key until its end: nobody asks it before every request.
    private static readonly TimeSpan s_betweenRenewals = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private AccessKey? _key;
    private DateTimeOffset _asked;

    /// <summary>Where the key came from, in words; empty before it was asked for.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <exception cref="NcpConfigurationException">No source has a key, or one has half of a pair.</exception>
    public async Task<AccessKey> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
        {
            return known;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Fresh() ?? await RenewAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private DateTimeOffset Now => clock?.Invoke() ?? DateTimeOffset.UtcNow;

    private AccessKey? Fresh()
    {
        DateTimeOffset now = Now;
        return _key is { } key && (key.Expiration is not { } end || end - now > s_renewal || (end > now && now - _asked < s_betweenRenewals)) ? key : null;
    }

    private async Task<AccessKey> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            _key = await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NcpConfigurationException) when (_key?.Expiration > Now)
        {
            // The key at hand is good for some minutes yet, and the next attempt may find the source again.
        }

        _asked = Now;
        return _key;
    }

    private async Task<AccessKey> AskAsync(CancellationToken cancellationToken)
    {
        foreach (IAccessKeySource source in sources)
        {
            if (await source.FindAsync(cancellationToken).ConfigureAwait(false) is { } key)
            {
                Source = source.Description;
                return key;
            }
        }

        throw new NcpConfigurationException(
            NcpErrorId.NcpCredentialNotFound,
            "No access key was found. Asked were: " + string.Join("; ", sources.Select(source => source.Description)) + ".",
            "Give -Credential, set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write a profile with Set-NcpProfile.");
    }
}
