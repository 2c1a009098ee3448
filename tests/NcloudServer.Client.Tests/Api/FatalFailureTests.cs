using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

/// <summary>After a change that was refused for the key or its rights, nothing more is sent: it would be refused too.</summary>
public sealed class FatalFailureTests
{
    private const string Denied = """{"error":{"errorCode":"210","message":"Permission Denied","details":""}}""";

    [Theory]
    [InlineData(401)]
    [InlineData(200)]
    public async Task Nothing_is_sent_after_a_change_that_the_account_may_not_make(int status)
    {
        using var service = new AnsweringHandler((_, _) => AnsweringHandler.Response(status, Denied));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);

        NcpException first = await Assert.ThrowsAnyAsync<NcpException>(() => ChangeAsync(client));
        NcpException second = await Assert.ThrowsAnyAsync<NcpException>(() => ChangeAsync(client));
        NcpException third = await Assert.ThrowsAnyAsync<NcpException>(() => FindAsync(client));

        Assert.Equal(NcpErrorId.NcpPermissionDenied, first.Id);
        Assert.Same(first, second);
        Assert.Same(first, third);
        Assert.Same(first, client.Client.Gate.Fatal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_change_that_is_refused_for_its_server_stands_in_the_way_of_no_other()
    {
        using var service = new AnsweringHandler((_, _) => AnsweringHandler.Refusal(400, "1"));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);

        await Assert.ThrowsAnyAsync<NcpException>(() => ChangeAsync(client));
        await Assert.ThrowsAnyAsync<NcpException>(() => ChangeAsync(client));

        Assert.Equal(2, service.Requests.Count);
        Assert.Null(client.Client.Gate.Fatal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(200)]
    public async Task Who_may_not_view_servers_may_still_change_them(int status)
    {
        using var service = new AnsweringHandler((target, _) => target.Contains("/get", System.StringComparison.Ordinal)
            ? AnsweringHandler.Response(status, Denied)
            : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN")));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);

        await Assert.ThrowsAnyAsync<NcpException>(() => FindAsync(client));

        Assert.Single((await ChangeAsync(client)).Items);
    }

    private static Task<ListPage<ServerInstance>> ChangeAsync(ClientUnderTest client) =>
        client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None);

    private static Task<ListPage<ServerInstance>> FindAsync(ClientUnderTest client) =>
        client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);
}
