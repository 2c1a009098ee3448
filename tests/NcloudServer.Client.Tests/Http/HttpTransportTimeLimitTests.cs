using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class HttpTransportTimeLimitTests
{
    /// <summary>Nobody waits this long unless something hangs.</summary>
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_time_limit_covers_the_wait_for_the_body()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync([.. RawResponses.Head(200, "Content-Length: 100"), .. "only the beginning"u8]);
            await connection.StaySilentAsync();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await AssertTimedOutAsync(HttpTransportTests.GetAsync(transport, server.Address, TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_body_that_drips_for_ever_does_not_stretch_the_time_limit()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(RawResponses.Head(200, "Transfer-Encoding: chunked"));
            while (true)
            {
                await connection.SendAsync(RawResponses.Chunk([(byte)' ']));
                await Task.Delay(20);
            }
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await AssertTimedOutAsync(HttpTransportTests.GetAsync(transport, server.Address, TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task Cancelling_before_the_headers_ends_the_request()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            arrived.SetResult();
            await connection.StaySilentAsync();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();
        using var cancellation = new CancellationTokenSource();

        Task<RawResponse> request = HttpTransportTests.GetAsync(transport, server.Address, cancellationToken: cancellation.Token);
        await arrived.Task.WaitAsync(s_safety);

        await AssertCancelledAsync(request, cancellation);
    }

    [Fact]
    public async Task Cancelling_in_the_middle_of_the_body_ends_the_request()
    {
        var sent = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync([.. RawResponses.Head(200, "Content-Length: 100"), .. "only the beginning"u8]);
            sent.SetResult();
            await connection.StaySilentAsync();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();
        using var cancellation = new CancellationTokenSource();

        Task<RawResponse> request = HttpTransportTests.GetAsync(transport, server.Address, cancellationToken: cancellation.Token);
        await sent.Task.WaitAsync(s_safety);

        await AssertCancelledAsync(request, cancellation);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_beforehand_is_not_sent()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "x"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HttpTransportTests.GetAsync(transport, server.Address, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancelling_wins_over_the_time_limit_and_over_a_broken_connection()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await cancellation.CancelAsync();
            connection.Reset();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HttpTransportTests.GetAsync(transport, server.Address, cancellationToken: cancellation.Token).WaitAsync(s_safety));
    }

    private static async Task AssertTimedOutAsync(Task<RawResponse> request)
    {
        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(() => request.WaitAsync(s_safety));

        Assert.Equal((NcpErrorId.NcpRequestTimeout, FailureKind.Indeterminate), (exception.Id, exception.Kind));
        Assert.Contains("-TimeoutSec", exception.RecommendedAction, StringComparison.Ordinal);
    }

    private static async Task AssertCancelledAsync(Task<RawResponse> request, CancellationTokenSource cancellation)
    {
        Assert.False(request.IsCompleted);
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request.WaitAsync(s_safety));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }
}
