using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The environment variables that NAVER's SDKs read.</summary>
internal sealed class EnvironmentKeySource(Func<string, string?> variable) : IAccessKeySource
{
    public string Description => "the environment (NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY)";

    /// <summary>Whether there is a key, or half of a key pair.</summary>
    public bool IsGiven => !string.IsNullOrWhiteSpace(Id) || !string.IsNullOrWhiteSpace(Secret);

    private string? Id => FirstGiven("NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY");

    private string? Secret => FirstGiven("NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY");

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) => Task.FromResult(new KeySearchResult(
        AccessKey.From(Id, Secret, "NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY", "The environment"), "not set"));

    private string? FirstGiven(string name, string olderName) =>
        variable(name) is { } value && value.Trim().Length > 0 ? value : variable(olderName);
}
