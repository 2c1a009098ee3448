using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

public sealed class RetryTests
{
    [Fact]
    public async Task A_repeat_has_a_new_timestamp_and_a_new_signature_and_waits_as_long_as_the_service_asks()
    {
        await using var server = RawServer.Responding(
            RawResponses.RateLimited("Retry-After: 30"),
            RawResponses.RateLimited("Retry-After: 30"),
            RawResponses.Response(200, RawResponses.EmptyServerList));
        long ticks = 0;
        using var client = new ClientUnderTest(
            server.Address, clock: () => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Increment(ref ticks)));

        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        IReadOnlyList<RawRequest> requests = server.Requests;
        Assert.Equal(3, requests.Count);
        Assert.All(requests, request => Assert.True(ClientUnderTest.IsSigned(request), request.Head));
        Assert.Equal(3, requests.Select(request => request.Header("x-ncp-apigw-timestamp")).Distinct().Count());
        Assert.Equal(3, requests.Select(request => request.Header("x-ncp-apigw-signature-v2")).Distinct().Count());
        Assert.Single(requests.Select(request => request.Target).Distinct());
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)], client.Delays);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_limited_request_is_repeated_as_often_as_allowed_and_no_oftener(int retries)
    {
        await using var server = RawServer.Responding(RawResponses.RateLimited());
        using var client = new ClientUnderTest(server.Address, retries);

        NcpServiceException exception = await Assert.ThrowsAsync<NcpServiceException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal(NcpErrorId.NcpRateLimited, exception.Id);
        Assert.Equal(retries + 1, server.Count("stopServerInstances"));
        Assert.Equal(retries, client.Delays.Count);
        for (int i = 0; i < retries; i++)
        {
            RetryPolicyTests.AssertBackOff(i, client.Delays[i]);
        }
    }

    [Fact]
    public async Task A_pause_of_a_day_is_cut_to_a_minute()
    {
        await using var server = RawServer.Responding(
            RawResponses.RateLimited("Retry-After: 86400"), RawResponses.Response(200, RawResponses.EmptyServerList));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(60), Assert.Single(client.Delays));
    }

    [Fact]
    public async Task A_pause_that_lies_in_the_past_does_not_shorten_the_back_off()
    {
        await using var server = RawServer.Responding(
            RawResponses.RateLimited("Retry-After: Sat, 01 Mar 2025 12:00:00 GMT"), RawResponses.Response(200, RawResponses.EmptyServerList));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        RetryPolicyTests.AssertBackOff(0, Assert.Single(client.Delays));
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again_for_a_change_too()
    {
        using var port = new ClosedPort();
        using var client = new ClientUnderTest(port.Address, retries: 2);

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal(NcpErrorId.NcpConnectionFailed, exception.Id);
        Assert.Equal(2, client.Delays.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_change_whose_fate_is_unknown_is_not_repeated_while_a_reading_is(int status)
    {
        await using var server = RawServer.Responding(RawResponses.Response(status, string.Empty));
        using var client = new ClientUnderTest(server.Address, retries: 2);

        await Assert.ThrowsAsync<NcpServiceException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));
        Assert.Empty(client.Delays);
        await Assert.ThrowsAsync<NcpServiceException>(() => client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal((1, 3), (server.Count("stopServerInstances"), server.Count("getServerInstanceList")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task What_repeating_does_not_change_is_not_repeated(int status)
    {
        await using var server = RawServer.Responding(RawResponses.Response(status, string.Empty));
        using var client = new ClientUnderTest(server.Address);

        await Assert.ThrowsAsync<NcpServiceException>(() => client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None));

        Assert.Single(server.Requests);
        Assert.Empty(client.Delays);
    }

    [Fact]
    public async Task A_repeat_says_so_on_verbose_with_its_cause_and_its_count()
    {
        await using var server = RawServer.Responding(RawResponses.RateLimited(), RawResponses.Response(200, RawResponses.EmptyServerList));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        Assert.Contains(client.TakeLog(), text => text.Contains("Throttle Limited", StringComparison.Ordinal)
            && text.Contains("getServerInstanceList", StringComparison.Ordinal) && text.Contains("(1 of 3)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_ends_the_pause_before_a_repeat()
    {
        var waiting = new TaskCompletionSource();
        await using var server = RawServer.Responding(RawResponses.RateLimited());
        using var client = new ClientUnderTest(server.Address, waiting: (_, token) =>
        {
            waiting.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        using var cancellation = new CancellationTokenSource();

        Task call = client.Client.FindAsync("KR", ["1"], until: null, cancellation.Token);
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Single(server.Requests);
    }
}
