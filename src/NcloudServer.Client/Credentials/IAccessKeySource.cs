namespace NcloudServer.Credentials;

/// <summary>A source of access keys.</summary>
internal interface IAccessKeySource
{
    /// <summary>The source as text, for the error that lists all sources.</summary>
    string Description { get; }

    /// <exception cref="NcpConfigurationException">What is there can't be used.</exception>
    Task<KeySearchResult> FindAsync(CancellationToken cancellationToken);
}
