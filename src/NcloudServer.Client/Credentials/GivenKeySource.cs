using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The user name and password of -Credential.</summary>
internal sealed class GivenKeySource(string userName, string password) : IAccessKeySource
{
    public string Description => "-Credential";

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) => Task.FromResult(KeySearchResult.Of(
        () => KeyPair.From(userName, password, "the user name (the access key)", "the password (the secret key)", Description)
            ?? throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete,
                "-Credential: the user name (the access key) and the password (the secret key) are both missing.",
                "Give a credential that has both."),
        absence: () => string.Empty));
}
