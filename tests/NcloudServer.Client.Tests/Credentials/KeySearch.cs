using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

internal static class KeySearch
{
    /// <summary>The key of a source, or null where it certainly has none.</summary>
    /// <exception cref="NcpConfigurationException">What the source has can't be used.</exception>
    public static async Task<AccessKey?> KeyAsync(this IAccessKeySource source, CancellationToken cancellationToken = default) =>
        (await source.FindAsync(cancellationToken)).Key;

    /// <summary>The key of a source, or null where it has none that can be used.</summary>
    public static async Task<AccessKey?> UsableKeyAsync(this IAccessKeySource source)
    {
        try
        {
            return await source.KeyAsync();
        }
        catch (NcpConfigurationException)
        {
            return null;
        }
    }
}
