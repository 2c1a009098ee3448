using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

/// <summary>A list that contradicts itself is read again, and reported if it stays so; it never means that a server is not there.</summary>
public sealed class ContradictoryListTests
{
    private const string NoneOfTwo = """{"requestId":"r-1","returnCode":"0","totalRows":2,"serverInstanceList":[]}""";
    private const string Both =
        """{"returnCode":"0","totalRows":2,"serverInstanceList":[{"serverInstanceNo":"1"},{"serverInstanceNo":"2"}]}""";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"returnCode":"0","totalRows":2,"serverInstanceList":{}}""")]
    [InlineData("""{"returnCode":"0","totalRows":1,"serverInstanceList":[{"serverInstanceNo":"9"}]}""")]
    public async Task Servers_that_are_read_by_number_are_read_again_until_the_list_is_right(string contradiction)
    {
        await using var server = RawServer.Responding(Servers(contradiction), Servers(contradiction), Servers(Both));
        using var client = new ClientUnderTest(server.Address);

        ListPage<ServerInstance> page = await client.Client.FindAsync("KR", ["1", "2"], until: null, CancellationToken.None);
        IReadOnlyList<ServerInstance> found = page.Items;

        Assert.Equal(["1", "2"], found.Select(one => one.ServerInstanceNo));
        Assert.Equal((3, 2), (server.Requests.Count, client.Delays.Count));
        Assert.Contains(client.TakeLog(), text => text.Contains("contradicts itself", StringComparison.Ordinal)
            && text.Contains("getServerInstanceList", StringComparison.Ordinal) && text.Contains("(1 of 3)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task What_stays_contradictory_is_reported_after_the_last_repeat(int retries)
    {
        await using var server = RawServer.Responding(Servers(NoneOfTwo));
        using var client = new ClientUnderTest(server.Address, retries);

        NcpResponseException exception = await Assert.ThrowsAsync<NcpResponseException>(
            () => client.Client.FindAsync("KR", ["1", "2"], until: null, CancellationToken.None));

        Assert.Equal((NcpErrorId.NcpInvalidResponse, "r-1"), (exception.Id, exception.RequestId));
        Assert.Equal(1 + retries, server.Requests.Count);
    }

    [Fact]
    public async Task A_page_with_more_servers_than_there_are_is_read_again()
    {
        await using var server = RawServer.Responding(
            Servers(Both.Replace("\"totalRows\":2", "\"totalRows\":1", StringComparison.Ordinal)), Servers(Both));
        using var client = new ClientUnderTest(server.Address);

        ListPage<ServerInstance> page = await client.Client.ListAsync(
            new ServerFilter("KR"), pageNo: 1, pageSize: 500, CancellationToken.None);

        Assert.Equal((2, 2, 2), (page.Items.Count, page.Total, server.Requests.Count));
    }

    [Fact]
    public async Task Regions_that_are_no_list_are_an_error_and_not_a_platform_without_regions()
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(200, """{"getRegionListResponse":{"returnCode":"0","totalRows":1,"regionList":{}}}"""));
        using var client = new ClientUnderTest(server.Address, retries: 1);

        await Assert.ThrowsAsync<NcpResponseException>(() => client.Client.GetRegionsAsync(CancellationToken.None));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"returnCode":"0"}""", false)]
    [InlineData("""{"returnCode":"0","totalRows":0,"serverInstanceList":null}""", false)]
    [InlineData("""{"returnCode":"0","totalRows":2}""", true)]
    [InlineData("""{"returnCode":"0","totalRows":2,"serverInstanceList":{}}""", true)]
    public async Task A_change_whose_response_has_no_list_was_accepted_and_names_nobody(string body, bool isMoreAnnounced)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, $$$"""{"stopServerInstancesResponse":{{{body}}}}"""));
        using var client = new ClientUnderTest(server.Address);

        ListPage<ServerInstance> page = await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1", "2"], until: null, CancellationToken.None);

        Assert.Empty(page.Items);
        Assert.Equal(isMoreAnnounced, page.Total > page.Items.Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_change_whose_response_says_nothing_leaves_open_what_became_of_it()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, """{"stopServerInstancesResponse":{}}"""));
        using var client = new ClientUnderTest(server.Address);

        NcpResponseException exception = await Assert.ThrowsAsync<NcpResponseException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1", "2"], until: null, CancellationToken.None));

        Assert.Equal(FailureKind.Indeterminate, exception.Kind);
        Assert.Single(server.Requests);
    }

    private static byte[] Servers(string body) => RawResponses.Response(200, $$$"""{"getServerInstanceListResponse":{{{body}}}}""");
}
