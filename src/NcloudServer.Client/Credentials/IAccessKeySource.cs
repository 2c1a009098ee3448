using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>A source of access keys.</summary>
internal interface IAccessKeySource
{
    /// <summary>The source as text, for the error that lists all sources.</summary>
    string Description { get; }

    /// <returns>The key, or null if this source has none.</returns>
    /// <exception cref="NcpConfigurationException">The source has half of a key pair, or can't be read.</exception>
    Task<AccessKey?> FindAsync(CancellationToken cancellationToken);
}
