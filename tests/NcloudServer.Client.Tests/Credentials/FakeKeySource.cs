using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>A source that gives what a test says.</summary>
internal sealed class FakeKeySource(string description, Func<CancellationToken, Task<AccessKey?>> find) : IAccessKeySource
{
    public string Description => description;

    public async Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) => new(await find(cancellationToken), "nothing");
}
