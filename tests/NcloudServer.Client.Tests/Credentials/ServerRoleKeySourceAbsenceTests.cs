using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>What is found at the metadata address by most computers: nobody, or somebody else.</summary>
public sealed class ServerRoleKeySourceAbsenceTests
{
    // Where nothing answers, all of it is waited for.
    private const double Short = 4;

    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Bytes_without_sense_or_end_give_no_key()
    {
        byte[] endless = RawResponses.Response(200, new string('x', 200_000));
        byte[] cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nrole"u8.ToArray();
        foreach (byte[] bytes in new byte[][] { endless, [0xFF, 0x00, 0x0D, 0x0A, 0x0D, 0x0A], cut })
        {
            await using var server = new RawServer(async connection =>
            {
                await connection.ReceiveAsync();
                await connection.SendAsync(bytes);
            });

            Assert.Null(await ServerRoleKeySourceTests.FindAsync(server.Address));
        }
    }

    [Theory]
    [InlineData(64 * 1024, 3)]
    [InlineData((64 * 1024) + 1, 2)]
    public async Task An_answer_that_is_far_too_long_names_no_role(int length, int expectedRequests)
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(405, string.Empty), RawResponses.Response(200, "role".PadRight(length)), RawResponses.Response(404, string.Empty));

        Assert.Null(await ServerRoleKeySourceTests.FindAsync(server.Address));
        Assert.Equal(expectedRequests, server.Requests.Count);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_gives_no_key(string address) =>
        Assert.Null(await ServerRoleKeySourceTests.FindAsync(address));

    [Fact]
    public async Task A_closed_port_gives_no_key()
    {
        using var port = new ClosedPort();

        Assert.Null(await ServerRoleKeySourceTests.FindAsync(port.Address));
    }

    [Fact]
    public async Task Silence_gives_no_key_within_a_limit_of_its_own()
    {
        await using var silent = new RawServer(connection => connection.StaySilentAsync());
        await using var half = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync([.. RawResponses.Head(200, "Content-Length: 10"), .. "ro"u8]);
            await connection.StaySilentAsync();
        });
        await using var second = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(RawResponses.Response(200, "role"));
            await connection.StaySilentAsync();
        });

        AccessKey?[] keys = await Task.WhenAll(
            ServerRoleKeySourceTests.FindAsync(silent.Address, Short), ServerRoleKeySourceTests.FindAsync(half.Address, Short),
            ServerRoleKeySourceTests.FindAsync(second.Address, Short)).WaitAsync(s_safety);

        Assert.All(keys, Assert.Null);
    }
}
