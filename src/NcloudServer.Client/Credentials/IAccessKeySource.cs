namespace NcloudServer.Credentials;

/// <summary>A source of access keys.</summary>
internal interface IAccessKeySource
{
    /// <summary>The source as text, for the error that lists all sources.</summary>
    string Description { get; }

    Task<KeySearchResult> FindAsync(CancellationToken cancellationToken);
}
