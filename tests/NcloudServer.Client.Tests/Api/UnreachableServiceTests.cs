using NcloudServer.Api;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

/// <summary>Where nothing listens, each further call need not find that out anew.</summary>
public sealed class UnreachableServiceTests
{
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_rest = 2 * s_attempt;

    // Not 0: a duration is none of the time since the beginning.
    private TimeSpan _now = TimeSpan.FromSeconds(100);
    private bool _isUp;

    [Fact]
    public async Task The_calls_after_one_that_found_nobody_fail_without_a_request_for_a_while()
    {
        using var service = new AnsweringHandler(Answer);
        using ClientUnderTest client = Client(service, retries: 0);

        NcpException first = await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));
        _now += s_rest - TimeSpan.FromTicks(1);
        Assert.Same(first, await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client)));
        Assert.Single(service.Requests);

        _now += TimeSpan.FromTicks(1);
        await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task After_the_while_one_attempt_is_enough_to_see_that_still_nobody_listens()
    {
        using var service = new AnsweringHandler(Answer);
        using ClientUnderTest client = Client(service, retries: 2);

        await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));
        Assert.Equal(3, service.Requests.Count);

        _now += s_rest;
        await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_is_back_is_called_as_before()
    {
        using var service = new AnsweringHandler(Answer);
        using ClientUnderTest client = Client(service, retries: 1);
        await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));

        _isUp = true;
        _now += s_rest;
        await FindAsync(client);
        await FindAsync(client).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2 + 2, service.Requests.Count);

        _isUp = false;
        await Assert.ThrowsAsync<NcpConnectionException>(() => FindAsync(client));
        Assert.Equal(2 + 2 + 2, service.Requests.Count);
    }

    [Theory]
    [InlineData(30, 2)]
    [InlineData(29.9, 1)]
    public async Task A_call_is_repeated_only_where_its_time_lasts_beyond_the_pause(double left, int requests)
    {
        using var service = new AnsweringHandler((_, place) =>
        {
            HttpResponseMessage response = place == 1 ? AnsweringHandler.Response(429, string.Empty) : Answer("up", place);
            response.Headers.Add("Retry-After", "30");
            return response;
        });
        using ClientUnderTest client = Client(service, retries: 3);
        _isUp = true;

        Exception? failure = await Record.ExceptionAsync(
            () => client.Client.FindAsync("KR", ["1"], _now + TimeSpan.FromSeconds(left), CancellationToken.None));

        Assert.Equal(requests, service.Requests.Count);
        Assert.Equal(requests == 1 ? NcpErrorId.NcpRateLimited : null, (failure as NcpException)?.Id);
    }

    private HttpResponseMessage Answer(string target, int place)
    {
        if (_isUp)
        {
            return AnsweringHandler.Servers("getServerInstanceList");
        }

        _now += s_attempt;
        throw AnsweringHandler.NobodyListens();
    }

    private ClientUnderTest Client(HttpMessageHandler service, int retries) =>
        new(
            AnsweringHandler.Address,
            retries,
            handler: service,
            elapsed: () => _now,
            waiting: (pause, _) =>
            {
                _now += pause;
                return Task.CompletedTask;
            });

    private static Task<ListPage<ServerInstance>> FindAsync(ClientUnderTest client) =>
        client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);
}
