using NcloudServer.Http;

namespace NcloudServer.Credentials;

internal interface IAccessKeySource
{
    /// <summary>The source as text, for the error that lists all sources.</summary>
    string Description { get; }

    /// <summary>Finds a key, or certainly none, and says in a few words how that is known. Only then the next source is asked.</summary>
    /// <exception cref="NcpConfigurationException">What is there can't be used; another source may have the key of another account.</exception>
    Task<KeySearchResult> FindAsync(CancellationToken cancellationToken);
}

/// <inheritdoc cref="IAccessKeySource.FindAsync"/>
internal sealed record KeySearchResult(AccessKey? Key, string Absence = "");
