using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>One place where an access key can come from.</summary>
internal interface IAccessKeySource
{
    /// <summary>The place in words, for the error that lists all that were asked.</summary>
    string Description { get; }

    /// <returns>The key, or null where this place has none.</returns>
    /// <exception cref="NcpConfigurationException">The place has half a key pair, or can't be read.</exception>
    Task<AccessKey?> FindAsync(CancellationToken cancellationToken);
}
