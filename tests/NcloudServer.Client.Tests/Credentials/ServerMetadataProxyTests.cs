using System.Net;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>Alone, because it changes what the whole process takes for the system's proxy.</summary>
[Collection(nameof(RunsAlone))]
public sealed class ServerMetadataProxyTests
{
    [Fact]
    public async Task The_metadata_address_is_not_asked_for_at_the_systems_proxy()
    {
        await using var proxy = RawServer.Responding(RawResponses.Response(404, string.Empty));
        await using var server = ServerMetadataTests.Metadata(() => RawResponses.Response(200, "T"), _ => 200);
        IWebProxy systems = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            Assert.Equal("ID", (await ServerRoleKeySourceTests.FindAsync(server.Address))?.Id);
        }
        finally
        {
            HttpClient.DefaultProxy = systems;
        }

        Assert.Empty(proxy.Requests);
    }
}
