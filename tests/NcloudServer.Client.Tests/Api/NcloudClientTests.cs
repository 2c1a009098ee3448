using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

public sealed class NcloudClientTests
{
    private const string Servers =
        """{"ACTIONResponse":{"returnCode":"0","totalRows":"""
        + """2,"serverInstanceList":[{"serverInstanceNo":"1"},null,{"serverInstanceNo":"2","regionCode":"JPN"}]}}""";

    [Theory]
    [InlineData("KR", "1 KR, 2 JPN")]
    [InlineData(null, "1 , 2 JPN")]
    public async Task A_server_that_does_not_say_its_region_gets_the_one_that_was_asked(string? region, string expected)
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(200, Servers.Replace("ACTION", "getServerInstanceList", StringComparison.Ordinal)),
            RawResponses.Response(200, Servers.Replace("ACTION", "stopServerInstances", StringComparison.Ordinal)));
        using var client = new ClientUnderTest(server.Address);

        var found = await client.Client.FindAsync(region, ["1", "2"], until: null, CancellationToken.None);
        var changed = await client.Client.ChangeAsync(ServerAction.Stop.Api, region, ["1", "2"], until: null, CancellationToken.None);

        Assert.Equal(expected, string.Join(", ", found.Items.Select(one => $"{one.ServerInstanceNo} {one.RegionCode}")));
        Assert.Equal(expected, string.Join(", ", changed.Items.Select(one => $"{one.ServerInstanceNo} {one.RegionCode}")));
    }

    [Fact]
    public async Task A_region_that_nobody_named_is_left_to_the_service()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyServerList));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.FindAsync(null, ["1"], until: null, CancellationToken.None);

        Assert.DoesNotContain("regionCode", Assert.Single(server.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_of_a_request_are_numbered_from_1_without_a_gap()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyStopList));
        using var client = new ClientUnderTest(server.Address);
        string[] numbers = ClientUnderTest.Numbers(100).ToArray();

        await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", numbers, until: null, CancellationToken.None);

        string query = Assert.Single(server.Requests).Target.Split('?')[1];
        Assert.Equal(
            numbers.Select((number, i) => $"serverInstanceNoList.{i + 1}={number}"),
            query.Split('&').Where(part => part.StartsWith("serverInstanceNoList", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "<interruptServerInstanceResponse><returnCode>0</returnCode>"
        + "<serverInstanceList><serverInstance><serverInstanceNo>1</serverInstanceNo></serverInstance></serverInstanceList>"
        + "</interruptServerInstanceResponse>")]
    [InlineData("""{"interruptServerInstanceResponse":{"returnCode":"0","serverInstanceList":[{"serverInstanceNo":"1"}]}}""")]
    public async Task The_interrupt_asks_for_xml_and_reads_what_comes(string body)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, body));
        using var client = new ClientUnderTest(server.Address);

        ListPage<ServerInstance> page = await client.Client.ChangeAsync(
            ServerAction.Interrupt.Api, "KR", ["1"], until: null, CancellationToken.None);
        Assert.Equal("1", Assert.Single(page.Items).ServerInstanceNo);
        Assert.Contains("responseFormatType=xml", Assert.Single(server.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_as_long_as_batches_count_on()
    {
        using var service = new AnsweringHandler((target, _) => AnsweringHandler.Servers(target.Split('/', '?')[^2]));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);
        ApiAction stop = ServerAction.Stop.Api;
        ApiAction restart = ServerAction.Restart.Api with { Name = "aLongerNameThanThatOfTheList" };
        int Counted(ApiAction? action) => client.Client.UrlLengthWithoutNumbers(action, "KR") + NcloudClient.UrlLengthOf(1, "1000001");

        await client.Client.FindAsync("KR", ["1000001"], until: null, CancellationToken.None);
        await client.Client.ChangeAsync(restart, "KR", ["1000001"], until: null, CancellationToken.None);

        int[] lengths = service.Requests.Select(target => (AnsweringHandler.Address + target).Length).ToArray();
        // Whatever is acted on may have to be looked up, by the same numbers.
        Assert.Equal((lengths[0], lengths[0], lengths[1]), (Counted(null), Counted(stop), Counted(restart)));
    }

    [Fact]
    public async Task The_first_region_is_the_one_that_responses_name_where_none_was_asked_for()
    {
        string[] regions = ["JPN", "", "KR"];
        using var service = new AnsweringHandler((_, place) => AnsweringHandler.Servers(
            "getServerInstanceList", $$"""{"serverInstanceNo":"1","regionCode":"{{regions[place - 1]}}"}"""));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);

        var seen = new List<string?>();
        foreach (string? asked in new[] { "JPN", null, null })
        {
            await client.Client.FindAsync(asked, ["1"], until: null, CancellationToken.None);
            seen.Add(client.Client.FirstRegion);
        }

        Assert.Equal([null, null, "KR"], seen);
    }
}
