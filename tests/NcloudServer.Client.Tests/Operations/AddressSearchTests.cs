using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Operations;

/// <summary>Which of the servers that the service lists for an address have it, and how many requests that takes.</summary>
public sealed class AddressSearchTests
{
    private const string Private = "10.0.0.1";
    private const string PartOfPrivate = "10.0.0.";
    private const string Public = "198.51.100.7";

    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = [];
    private IReadOnlyList<string> _asked = [];
    private IReadOnlyList<string> _log = [];

    [Fact]
    public async Task A_server_that_shows_the_address_is_the_one_whatever_else_is_listed()
    {
        _answers[Public] = () => List(Server("1", $" {Public} "), Server("2", Public + "7"), Server("3"));

        Assert.Equal(["1"], await FindAsync(Public));
        Assert.Equal([Public], _asked);
    }

    [Fact]
    public async Task An_address_that_nothing_is_listed_for_takes_one_request()
    {
        Assert.Empty(await FindAsync(Private));
        Assert.Equal([Private], _asked);
    }

    [Theory]
    [InlineData(Private, PartOfPrivate)]
    [InlineData("2001:db8::a", "2001:db8::")]
    public async Task What_is_listed_for_a_private_address_has_it_if_nothing_is_listed_for_its_beginning(string address, string beginning)
    {
        _answers[address] = () => List(Server("1"), Server("2"));

        Assert.Equal(["1", "2"], await FindAsync(address));
        Assert.Equal([address, beginning], _asked);
    }

    [Fact]
    public async Task What_is_listed_for_a_private_address_has_it_if_the_service_rejects_its_beginning()
    {
        _answers[Private] = () => List(Server("1"));
        _answers[PartOfPrivate] = () => AnsweringHandler.Refusal(400, "1100000");

        Assert.Equal(["1"], await FindAsync(Private));
        Assert.Contains(_log, line => line.StartsWith("The service takes whole addresses only. ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"totalRows":2,"serverInstanceList":[{"serverInstanceNo":"1"}]}""")]
    [InlineData("""{"serverInstanceList":[{"serverInstanceNo":"1"}]}""")]
    [InlineData("""{"totalRows":1,"serverInstanceList":[]}""")]
    public async Task Nothing_is_found_where_the_service_lists_servers_for_the_beginning_too(string list)
    {
        _answers[Private] = () => List(Server("1"), Server("2"));
        _answers[PartOfPrivate] = () => AnsweringHandler.Response(200, $$"""{"getServerInstanceListResponse":{{list}}}""");

        NcpResponseException failure = await Assert.ThrowsAsync<NcpResponseException>(() => FindAsync(Private));

        Assert.EndsWith(
            $"what it lists for {Private} may contain it in a longer one (servers listed: 2).", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_found_where_it_stays_unknown_what_is_listed_for_the_beginning()
    {
        _answers[Private] = () => List(Server("1"));
        _answers[PartOfPrivate] = () => AnsweringHandler.Response(401, """{"error":{"errorCode":"210","message":"Permission Denied"}}""");

        NcpServiceException failure = await Assert.ThrowsAsync<NcpServiceException>(() => FindAsync(Private));

        Assert.Equal(NcpErrorId.NcpPermissionDenied, failure.Id);
    }

    [Fact]
    public async Task Addresses_of_one_server_give_it_once_and_an_address_that_is_given_twice_is_asked_for_once()
    {
        _answers[Public] = () => List(Server("1", Public));
        _answers[Private] = () => List(Server("1", Public));

        Assert.Equal(["1"], await FindAsync(Public, Private, Public));
        Assert.Equal([PartOfPrivate, Private, Public], _asked.Order(StringComparer.Ordinal));
    }

    private static HttpResponseMessage List(params string[] servers) => AnsweringHandler.Servers("getServerInstanceList", servers);

    private static string Server(string number, string publicIp = "") =>
        $$"""{"serverInstanceNo":"{{number}}","publicIp":"{{publicIp}}"}""";

    /// <summary>The numbers that are found by the service's answers for addresses; it has none for any other.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(params string[] addresses)
    {
        using var service = new AnsweringHandler(
            (target, _) => _answers.TryGetValue(AddressIn(target), out Func<HttpResponseMessage>? answer) ? answer() : List());
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);
        try
        {
            IReadOnlyList<ServerInstance> servers = await new ServerListing(client.Client, new ServerFilter("KR"))
                .FindAsync(addresses, CancellationToken.None);
            return servers.Select(server => server.ServerInstanceNo).ToArray();
        }
        finally
        {
            (_asked, _log) = (service.Requests.Select(AddressIn).ToArray(), client.TakeLog());
        }
    }

    private static string AddressIn(string target) =>
        Uri.UnescapeDataString(target.Split('&', '?').Single(pair => pair.StartsWith("ip=", StringComparison.Ordinal))["ip=".Length..]);
}
