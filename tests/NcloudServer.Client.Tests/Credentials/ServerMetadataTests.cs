using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Tests.Http;
using Xunit;

namespace NcloudServer.Tests.Credentials;

/// <summary>Version 2 of the metadata: its tokens, and what is read with them.</summary>
public sealed class ServerMetadataTests
{
    internal const string TokenHeader = "X-NCP-METADATA-TOKEN";
    private const string Key = """{"AccessKeyId":"ID","SecretAccessKey":"SECRET","Expiration":"2031-02-03T04:05:06Z"}""";
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_token_is_requested_first_and_sent_with_every_request()
    {
        await using var server = Metadata(() => RawReplies.Reply(200, "T0ken+/=\n"), token => token == "T0ken+/=" ? 200 : 401);

        AccessKey? key = await ServerRoleKeySourceTests.FindAsync(server.Address);

        Assert.Equal("ID", key?.Id);
        Assert.Equal(["PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
        Assert.Matches("^[1-9][0-9]*$", server.Requests[0].Header("X-NCP-METADATA-TOKEN-TTL-SECONDS"));
        Assert.Equal([null, "T0ken+/=", "T0ken+/="], server.Requests.Select(request => request.Header(TokenHeader)));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_has_expired_is_renewed_once(int status)
    {
        int tokens = 0;
        bool isExpired = false;
        await using var server = Metadata(
            () => RawReplies.Reply(200, "T" + Interlocked.Increment(ref tokens)),
            token => token == "T" + tokens && !Volatile.Read(ref isExpired) ? 200 : status);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.Equal("ID", (await source.FindAsync(default))?.Id);
        Assert.Equal("ID", (await source.FindAsync(default))?.Id);
        Assert.Equal(1, tokens);

        // As if the server had forgotten it.
        Interlocked.Increment(ref tokens);
        Assert.Equal("ID", (await source.FindAsync(default))?.Id);
        Assert.Equal(3, tokens);

        Volatile.Write(ref isExpired, true);
        int before = server.Requests.Count;
        Assert.Null(await source.FindAsync(default));
        Assert.Equal(["GET", "PUT", "GET"], server.Requests.Skip(before).Select(request => request.Method));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_token_of_an_earlier_search_is_renewed_whatever_its_refusal_is(int status)
    {
        int tokens = 0;
        await using var server = Metadata(() => RawReplies.Reply(200, "T" + ++tokens), token => token == "T" + tokens ? 200 : status);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.NotNull(await source.FindAsync(default));
        tokens++;
        Assert.NotNull(await source.FindAsync(default));
        Assert.Equal(["PUT", "GET", "GET", "GET", "PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_server_that_is_set_to_version_2_meanwhile_still_gives_its_key()
    {
        bool isVersion2 = false;
        await using var server = Metadata(
            () => isVersion2 ? RawReplies.Reply(200, "T") : RawReplies.Reply(404, string.Empty),
            token => isVersion2 && token is null ? 401 : 200);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.NotNull(await source.FindAsync(default));
        isVersion2 = true;
        Assert.NotNull(await source.FindAsync(default));
    }

    [Theory]
    [InlineData(200, "KR", "KR")]
    [InlineData(200, " JPN\n", "JPN")]
    [InlineData(200, "", null)]
    [InlineData(200, "<html>Sign in</html>", null)]
    [InlineData(200, "KR\nJPN", null)]
    [InlineData(404, "KR", null)]
    [InlineData(500, "KR", null)]
    public async Task The_region_is_the_one_word_that_the_metadata_has_for_it(int status, string body, string? expected)
    {
        await using var server = RawServer.Replying(RawReplies.Reply(200, "T"), RawReplies.Reply(status, body));

        Assert.Equal(expected, await ServerRoleKeySourceTests.Source(server.Address).FindRegionAsync(default));
        Assert.Equal("/latest/meta-data/regionCode", server.Requests[1].Target);
        Assert.Equal("T", server.Requests[1].Header(TokenHeader));
    }

    [Fact]
    public async Task The_key_and_the_region_take_one_token()
    {
        await using var server = Metadata(() => RawReplies.Reply(200, "T"), token => token == "T" ? 200 : 401);
        using var chain = new CredentialChain([ServerRoleKeySourceTests.Source(server.Address)]);

        Assert.Equal("KR", (await chain.FindRegionAsync(default))?.Code);

        Assert.Equal(["PUT", "GET", "GET", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Cancelling_while_a_token_is_awaited_is_not_mistaken_for_version_1()
    {
        var arrived = new TaskCompletionSource();
        var methods = new ConcurrentQueue<string>();
        await using var server = new RawServer(async connection =>
        {
            methods.Enqueue((await connection.ReceiveAsync())!.Method);
            arrived.TrySetResult();
            await connection.StaySilentAsync();
        });
        using var cancellation = new CancellationTokenSource();

        Task<AccessKey?> search = ServerRoleKeySourceTests.Source(server.Address).FindAsync(cancellation.Token);
        await arrived.Task.WaitAsync(s_safety);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.WaitAsync(s_safety));
        Assert.Equal(["PUT"], methods);
    }

    /// <summary>A metadata address: what it answers to the request for a token, and with which status to one that has this token.</summary>
    internal static RawServer Metadata(Func<byte[]> token, Func<string?, int> status) => new(async connection =>
    {
        while (await connection.ReceiveAsync() is { } request)
        {
            int answer = request.Method == "PUT" ? 0 : status(request.Header(TokenHeader));
            await connection.SendAsync(answer switch
            {
                0 => token(),
                200 => Data(request),
                _ => RawReplies.Reply(answer, string.Empty),
            });
        }
    });

    internal static byte[] Data(RawRequest request) => RawReplies.Reply(
        200, request.Target.EndsWith('/') ? "role" : request.Target.EndsWith("regionCode", StringComparison.Ordinal) ? "KR" : Key);
}
