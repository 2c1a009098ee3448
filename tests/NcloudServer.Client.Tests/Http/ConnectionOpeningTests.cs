using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Operations;

namespace NcloudServer.Tests.Http;

/// <summary>How many attempts an address costs that nobody can reach.</summary>
public sealed class ConnectionOpeningTests
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_change_that_was_never_handed_over_is_repeated_and_then_known_not_to_have_been_made()
    {
        int attempts = 0;
        using var client = new ClientUnderTest("https://ncloud.test", retries: 3, handler: Network(async token =>
        {
            Interlocked.Increment(ref attempts);
            await Task.Delay(Timeout.Infinite, token);
        }));

        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(
            () => client.Client.ChangeAsync(ServerAction.Interrupt.Api, "KR", ["1"], until: null, default).WaitAsync(s_safety));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Transient), (failure.Id, failure.Kind));
        Assert.Equal((4, 3), (attempts, client.Delays.Count));
    }

    [Fact]
    public async Task Requests_at_once_share_an_attempt_while_no_connection_stands()
    {
        int attempts = 0;
        using var transport = HttpTransport.Over(Network(async token =>
        {
            Interlocked.Increment(ref attempts);
            await Task.Delay(Timeout.Infinite, token);
        }));

        Task<RawResponse>[] requests = [.. Enumerable.Range(0, 20).Select(_ => HttpTransportTests.GetAsync(transport, "https://ncloud.test"))];
        Task all = Task.WhenAll(requests.Select(request => Assert.ThrowsAsync<NcpConnectionException>(() => request)));
        await all.WaitAsync(s_safety);

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task A_thousand_numbers_that_nobody_can_reach_cost_the_attempts_of_those_at_once()
    {
        int attempts = 0;
        // A clock that stands: the rest after the last attempt never ends.
        using var client = new ClientUnderTest("https://ncloud.test", retries: 0, elapsed: () => TimeSpan.Zero, handler: Network(token =>
        {
            Interlocked.Increment(ref attempts);
            return Task.Delay(Timeout.Infinite, token);
        }));

        await Parallel.ForEachAsync(ClientUnderTest.Numbers(1000), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(
                () => client.Client.ChangeAsync(ServerAction.Interrupt.Api, "KR", [number], until: null, default));
            Assert.Equal(NcpErrorId.NcpConnectionFailed, failure.Id);
        }).WaitAsync(s_safety);

        Assert.InRange(attempts, 1, 4);
    }

    [Fact]
    public async Task Requests_that_wait_for_a_connection_go_on_when_one_stands()
    {
        var hold = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is not null)
            {
                await hold.Task;
                await connection.SendAsync(RawResponses.Response(200, "x"));
            }
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        Task<RawResponse>[] requests = [.. Enumerable.Range(0, 4).Select(_ => HttpTransportTests.GetAsync(transport, server.Address))];
        // None of them waits for the response of another.
        while (server.Requests.Count < 4)
        {
            await Task.Delay(1);
        }

        hold.SetResult();
        await Task.WhenAll(requests).WaitAsync(s_safety);
    }

    [Fact]
    public async Task A_cancelled_attempt_leaves_the_next_one_to_those_that_wait()
    {
        int attempts = 0;
        var begun = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        using var transport = HttpTransport.Over(Network(async token =>
        {
            Interlocked.Increment(ref attempts);
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        }));

        Task<RawResponse> first = HttpTransportTests.GetAsync(transport, "https://ncloud.test", cancellationToken: cancellation.Token);
        await begun.Task.WaitAsync(s_safety);
        Task<RawResponse> second = HttpTransportTests.GetAsync(transport, "https://ncloud.test");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(s_safety));
        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(() => second.WaitAsync(s_safety));
        Assert.Equal(FailureKind.Transient, failure.Kind);
    }

    /// <summary>The real network stack, whose connections a test makes; no attempt lasts longer than a moment.</summary>
    private static SocketsHttpHandler Network(Func<CancellationToken, Task> connect) => new()
    {
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromMilliseconds(200),
        ConnectCallback = async (_, token) =>
        {
            await connect(token);
            throw new InvalidOperationException();
        },
    };
}
