using NcloudServer.Failures;
using NcloudServer.Operations;

namespace NcloudServer.Tests.Http;

/// <summary>
/// A kept connection can end just when the next request has gone out. The service may have carried it out by then, and a network
/// stack that sends it again by itself would do it twice.
/// </summary>
public sealed class ConnectionReuseTests
{
    [Theory]
    [InlineData("stopServerInstances", false)]
    [InlineData("interruptServerInstance", false)]
    [InlineData("stopServerInstances", true)]
    [InlineData("interruptServerInstance", true)]
    public async Task A_change_is_sent_once_although_the_kept_connection_ended_under_it(string action, bool isReset)
    {
        await using RawServer server = CuttingUnder(action, isReset);
        using var client = new ClientUnderTest(server.Address);
        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(() => client.Client.ChangeAsync(
            action == "stopServerInstances" ? ServerAction.Stop.Api : ServerAction.Interrupt.Api, "KR", ["1"],
            until: null, CancellationToken.None));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Indeterminate), (exception.Id, exception.Kind));
        Assert.Equal(1, server.Count(action));
        Assert.Empty(client.Delays);
        // Otherwise the connection was not a kept one, and nothing was shown.
        Assert.Equal(1, Assert.Single(server.Requests, request => request.Target.Contains(action, StringComparison.Ordinal)).Connection);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reading_whose_connection_ended_under_it_is_repeated_by_the_policy_and_signed_anew(bool isReset)
    {
        // The second request on the kept connection, then the first on a new one.
        await using RawServer server = CuttingRequests(isReset, 2, 3);
        long ticks = 0;
        using var client = new ClientUnderTest(
            server.Address, clock: () => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Increment(ref ticks)));

        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);
        IReadOnlyList<ServerInstance> servers = (await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None)).Items;

        Assert.Empty(servers);
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(2, client.Delays.Count);
        Assert.Equal(4, server.Requests.Select(request => request.Header("x-ncp-apigw-signature-v2")).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reading_is_not_repeated_at_all_where_no_repeat_is_allowed(bool isReset)
    {
        await using RawServer server = CuttingRequests(isReset, 2);
        using var client = new ClientUnderTest(server.Address, retries: 0);
        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        Exception? exception = await Record.ExceptionAsync(() => client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(FailureKind.Indeterminate, Assert.IsType<NcpConnectionException>(exception).Kind);
    }

    [Fact]
    public async Task A_change_is_still_a_get_without_a_body()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyStopList));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None);
        await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None);

        Assert.Equal(["GET", "GET"], server.Requests.Select(request => request.Method));
        Assert.All(server.Requests, request => Assert.Contains(request.Header("Content-Length"), new[] { null, "0" }));
        Assert.All(server.Requests, request => Assert.Null(request.Header("Transfer-Encoding")));
    }

    [Fact]
    public async Task A_connection_that_the_service_ends_with_its_response_is_not_used_for_the_next_change()
    {
        await using var server = new RawServer(async connection =>
        {
            if (await connection.ReceiveAsync() is not null)
            {
                await connection.SendAsync(
                    RawResponses.Response(200, RawResponses.EmptyStopList, connection.Number == 1 ? "Connection: close" : "x-kept: 1"));
            }
        });
        using var client = new ClientUnderTest(server.Address);

        await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None);
        await client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["2"], until: null, CancellationToken.None);

        Assert.Equal((2, 2), (server.ConnectionCount, server.Count("stopServerInstances")));
    }

    private static RawServer CuttingUnder(string action, bool isReset) => new(connection => ServeAsync(
        connection, request => connection.Number == 1 && request.Target.Contains(action, StringComparison.Ordinal), isReset));

    private static RawServer CuttingRequests(bool isReset, params int[] positions)
    {
        int served = 0;
        return new RawServer(connection => ServeAsync(connection, _ => positions.Contains(Interlocked.Increment(ref served)), isReset));
    }

    /// <summary>Reads the request that is to be cut completely, and ends the connection without a byte of a response.</summary>
    private static async Task ServeAsync(RawConnection connection, Func<RawRequest, bool> isCut, bool isReset)
    {
        while (await connection.ReceiveAsync() is { } request)
        {
            if (isCut(request))
            {
                if (isReset)
                {
                    connection.Reset();
                }

                return;
            }

            await connection.SendAsync(RawResponses.Response(200, RawResponses.EmptyServerList));
        }
    }
}
