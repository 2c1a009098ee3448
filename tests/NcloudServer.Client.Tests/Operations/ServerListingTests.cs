using System.Globalization;
using System.Net;
using System.Text;
using NcloudServer.Api;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Operations;

public sealed class ServerListingTests
{
    [Fact]
    public async Task A_list_that_comes_whole_takes_one_request()
    {
        using var service = new ListService(1200);

        Assert.Equal(1200, (await ReadAsync(service)).Count);
        Assert.Single(service.Queries);
        Assert.DoesNotContain("pageNo", service.Queries[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_the_service_cuts_is_read_in_pages_until_two_readings_agree()
    {
        using var service = new ListService(1200) { MostWithoutPage = 500 };

        Assert.Equal(service.Numbers, (await ReadAsync(service)).Select(server => server.ServerInstanceNo));
        Assert.Equal(1 + (2 * 3), service.Queries.Count);
    }

    [Theory]
    [InlineData(50, true, true)]
    [InlineData(50, false, true)]
    [InlineData(100, true, true)]
    [InlineData(100, false, true)]
    [InlineData(100, true, false)]
    [InlineData(100, false, false)]
    [InlineData(1000, true, true)]
    public async Task A_list_is_read_to_its_end_whatever_the_service_caps_it_at(int most, bool isBegunByAskedSize, bool hasTotal)
    {
        using var service = new ListService(1210)
        {
            MostWithoutPage = most, MostOnPage = most, IsBegunByAskedSize = isBegunByAskedSize, HasTotal = hasTotal,
        };

        Assert.Equal(service.Numbers, (await ReadAsync(service)).Select(server => server.ServerInstanceNo));
    }

    [Fact]
    public async Task A_server_that_slips_between_two_pages_is_not_lost()
    {
        // One leaves the first page and another is created at the end: both totals are the same, and one server is on no page.
        using var service = new ListService(1200) { MostWithoutPage = 500 };
        service.AfterRequest[2] = () =>
        {
            service.Numbers.RemoveAt(0);
            service.Numbers.Add("9999");
        };

        Assert.Equal(service.Numbers.Order(), (await ReadAsync(service)).Select(server => server.ServerInstanceNo).Order());
    }

    [Fact]
    public async Task A_list_that_never_stands_still_is_an_error_and_not_a_part_of_the_list()
    {
        using var service = new ListService(1200) { MostWithoutPage = 500 };
        service.AfterEach = () => service.Numbers.RemoveAt(0);

        NcpResponseException exception = await Assert.ThrowsAsync<NcpResponseException>(() => ReadAsync(service));

        Assert.Equal(NcpErrorId.NcpInvalidResponse, exception.Id);
    }

    [Fact]
    public async Task A_list_whose_response_is_too_large_is_read_in_pages()
    {
        using var service = new ListService(600) { MostWithoutPage = 0, IsTooLargeWithoutPage = true };

        Assert.Equal(service.Numbers, (await ReadAsync(service)).Select(server => server.ServerInstanceNo));
        Assert.Equal(1 + (2 * 2), service.Queries.Count);
    }

    [Fact]
    public async Task A_list_without_a_total_is_whole_where_a_second_page_has_nothing_new()
    {
        foreach (bool isPageIgnored in new[] { false, true })
        {
            using var service = new ListService(3) { HasTotal = false, IsPageIgnored = isPageIgnored };

            Assert.Equal(3, (await ReadAsync(service)).Count);
            Assert.Equal(2, service.Queries.Count);
            Assert.Contains("pageNo=2&pageSize=3", service.Queries[1], StringComparison.Ordinal);
        }

        using var empty = new ListService(0) { HasTotal = false };
        Assert.Empty(await ReadAsync(empty));
        Assert.Single(empty.Queries);
    }

    [Fact]
    public async Task A_list_without_a_total_is_read_to_the_page_that_has_nothing_new()
    {
        using var service = new ListService(250) { HasTotal = false, MostWithoutPage = 100, MostOnPage = 100 };

        Assert.Equal(service.Numbers, (await ReadAsync(service)).Select(server => server.ServerInstanceNo));
    }

    [Fact]
    public async Task A_total_that_is_far_too_large_does_not_become_as_many_requests()
    {
        using var service = new ListService(40) { Announced = int.MaxValue, MostWithoutPage = 1, MostOnPage = 1 };

        await Assert.ThrowsAsync<NcpResponseException>(() => ReadAsync(service));

        Assert.InRange(service.Queries.Count, 40, 4 * (40 + 16));
    }

    [Fact]
    public async Task Each_further_reading_waits_longer_and_says_so()
    {
        using var service = new ListService(1200) { MostWithoutPage = 500 };
        service.AfterEach = () => service.Numbers.RemoveAt(0);
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 2, handler: service);

        NcpResponseException exception = await Assert.ThrowsAsync<NcpResponseException>(() => ReadAsync(client, regionCode: null));

        Assert.Equal(2, client.Delays.Count);
        Assert.All(client.Delays, pause => Assert.True(pause > TimeSpan.Zero));
        string[] said = client.TakeLog().Where(line => line.Contains("reading it again", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["(1 of 2)", "(2 of 2)"], said.Select(line => line[line.LastIndexOf('(')..].TrimEnd('.')));
        Assert.All(said.Append(exception.Message), line => Assert.Contains("the service's first region", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_repeats_two_readings_have_to_agree_at_once()
    {
        using var service = new ListService(1200) { MostWithoutPage = 500 };
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", retries: 0, handler: service);

        Assert.Equal(1200, (await ReadAsync(client, "KR")).Count);
        Assert.Empty(client.Delays);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task Pages_that_bring_nothing_new_are_not_asked_for_without_end(int servers)
    {
        using var service = new ListService(servers) { Announced = 2000, IsPageIgnored = true };

        await Assert.ThrowsAsync<NcpResponseException>(() => ReadAsync(service));

        Assert.InRange(service.Queries.Count, 2, 12);
    }

    private static async Task<IReadOnlyList<ServerInstance>> ReadAsync(ListService service)
    {
        using var client = new ClientUnderTest("https://ncloud.apigw.ntruss.com", handler: service);
        return await ReadAsync(client, "KR");
    }

    private static Task<IReadOnlyList<ServerInstance>> ReadAsync(ClientUnderTest client, string? regionCode) =>
        new ServerListing(client.Client, new ServerFilter(regionCode)).ReadAsync(CancellationToken.None);

    /// <summary>A list of servers, with or without pages.</summary>
    private sealed class ListService(int count) : HttpMessageHandler
    {
        public List<string> Numbers { get; } = ClientUnderTest.Numbers(count).ToList();

        public List<string> Queries { get; } = [];

        public int MostWithoutPage { get; init; } = int.MaxValue;

        public int MostOnPage { get; init; } = int.MaxValue;

        /// <summary>Whether a page begins where it would if those before it were as large as asked for.</summary>
        public bool IsBegunByAskedSize { get; init; }

        public int? Announced { get; init; }

        public bool IsPageIgnored { get; init; }

        public bool IsTooLargeWithoutPage { get; init; }

        public bool HasTotal { get; init; } = true;

        /// <summary>What happens after the request with this place, from 1.</summary>
        public Dictionary<int, Action> AfterRequest { get; } = [];

        public Action? AfterEach { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Queries)
            {
                string query = request.RequestUri!.Query;
                Queries.Add(query);
                string body = Body(query);
                AfterEach?.Invoke();
                if (AfterRequest.TryGetValue(Queries.Count, out Action? change))
                {
                    change();
                }

                bool isTooLarge = IsTooLargeWithoutPage && Parameter(query, "pageNo") is null;
                var content = new StringContent(isTooLarge ? string.Empty : body, Encoding.UTF8, "application/json");
                HttpStatusCode status = isTooLarge ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.OK;
                return Task.FromResult(new HttpResponseMessage(status) { Content = content });
            }
        }

        private static int? Parameter(string query, string name) => query.TrimStart('?').Split('&')
            .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(pair => (int?)int.Parse(pair.Split('=')[1], CultureInfo.InvariantCulture)).FirstOrDefault();

        private string Body(string query)
        {
            int asked = Parameter(query, "pageSize") ?? MostWithoutPage;
            int size = Math.Min(MostOnPage, asked);
            int skipped = IsPageIgnored ? 0 : (IsBegunByAskedSize ? asked : size) * ((Parameter(query, "pageNo") ?? 1) - 1);
            string servers = string.Join(",", Numbers.Skip(skipped).Take(size).Select(number => $$"""{"serverInstanceNo":"{{number}}"}"""));
            string total = HasTotal ? $"\"totalRows\":{Announced ?? Numbers.Count}," : string.Empty;
            return $$$"""{"getServerInstanceListResponse":{"returnCode":"0",{{{total}}}"serverInstanceList":[{{{servers}}}]}}""";
        }
    }
}
