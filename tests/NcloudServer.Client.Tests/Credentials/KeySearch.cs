using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

internal static class KeySearch
{
    /// <summary>The key of a source, or null where it certainly has none.</summary>
    /// <exception cref="NcpConfigurationException">What the source has can't be used.</exception>
    public static async Task<AccessKey?> KeyAsync(this IAccessKeySource source, CancellationToken cancellationToken = default)
    {
        KeySearchResult result = await source.FindAsync(cancellationToken);
        return result.Failure is null ? result.Key : throw result.Failure;
    }
}
