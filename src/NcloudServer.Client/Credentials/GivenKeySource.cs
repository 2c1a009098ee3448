using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The user name and password of -Credential.</summary>
internal sealed class GivenKeySource(string userName, string password) : IAccessKeySource
{
    public string Description => "-Credential";

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new KeySearchResult(AccessKey.FromCredential(userName, password)));
}
