using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

/// <summary>For tests that measure or change what the whole process shares.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;

[Collection(nameof(RunsAlone))]
public sealed class HttpTransportSizeLimitTests
{
    private const long MiB = 1024 * 1024;

    private static readonly byte[] s_megabyte = new byte[MiB];

    [Fact]
    public async Task A_response_without_end_is_refused_and_not_read_on()
    {
        long sent = 0;
        byte[] chunk = RawResponses.Chunk(s_megabyte);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(RawResponses.Head(200, "Transfer-Encoding: chunked"));
            // Ends with the exception that the client's hanging up causes.
            for (; ; Interlocked.Add(ref sent, MiB))
            {
                await connection.SendAsync(chunk);
            }
        });

        await AssertTooLargeAsync(server);

        // The rest is what the sockets of both ends hold.
        Assert.InRange(Interlocked.Read(ref sent), 64 * MiB - MiB, 96 * MiB);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_refused()
    {
        // Members of a gzip file can follow one another: 4 GiB in 4 MB.
        byte[] member = RawResponses.Gzip(s_megabyte);
        byte[] bomb = Enumerable.Repeat(member, 4096).SelectMany(bytes => bytes).ToArray();
        await using var server = RawServer.Responding(RawResponses.Response(200, bomb, "Content-Encoding: gzip"));

        await AssertTooLargeAsync(server);
    }

    [Fact]
    public async Task A_response_of_exactly_the_limit_is_taken()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(RawResponses.Head(200, "Content-Length: 67108864"));
            for (int i = 0; i < 64; i++)
            {
                await connection.SendAsync(s_megabyte);
            }
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        Assert.Equal(64 * MiB, (await HttpTransportTests.GetAsync(transport, server.Address)).Body.Count);
    }

    [Fact]
    public async Task A_length_that_is_only_announced_reserves_nothing()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync([.. RawResponses.Head(200, "Content-Length: 9000000000000"), .. "little"u8]);
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();
        long before = GC.GetTotalAllocatedBytes(precise: true);

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, server.Address));

        Assert.Equal(FailureKind.Indeterminate, exception.Kind);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * MiB);
    }

    private static async Task AssertTooLargeAsync(RawServer server)
    {
        using HttpTransport transport = ClientUnderTest.DirectTransport();
        long before = GC.GetTotalAllocatedBytes(precise: true);

        NcpResponseException exception = await Assert.ThrowsAsync<NcpResponseException>(
            () => HttpTransportTests.GetAsync(transport, server.Address));

        Assert.Equal((NcpErrorId.NcpInvalidResponse, FailureKind.Indeterminate), (exception.Id, exception.Kind));
        Assert.True(exception.IsTooLarge);
        Assert.Contains(" 64 MiB", exception.Message, StringComparison.Ordinal);
        // Buffers that double on the way to 64 MiB add up to twice that.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 192 * MiB);
    }
}
