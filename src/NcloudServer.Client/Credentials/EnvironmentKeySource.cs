using System;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The environment variables that NAVER's SDKs read.</summary>
internal sealed class EnvironmentKeySource(Func<string, string?> variable) : IAccessKeySource
{
    public string Description => "the environment (NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY)";

    public Task<AccessKey?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(KeyPair.From(
        FirstGiven("NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"),
        FirstGiven("NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"),
        "NCLOUD_ACCESS_KEY_ID",
        "NCLOUD_SECRET_ACCESS_KEY",
        "The environment"));

    private string? FirstGiven(string name, string olderName) =>
        variable(name) is { } value && value.Trim().Length > 0 ? value : variable(olderName);
}
