using System.Collections.Concurrent;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>Version 2 of the metadata: its tokens, and what is read with them.</summary>
/// <remarks>Page: compute-vmetadata-metadatav2.</remarks>
public sealed class ServerMetadataTests
{
    internal const string TokenHeader = "X-NCP-METADATA-TOKEN";
    private const string Key = """{"AccessKeyId":"ID","SecretAccessKey":"SECRET","Expiration":"2031-02-03T04:05:06Z"}""";
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_token_is_requested_first_and_sent_with_every_request()
    {
        // As long as a token may be, with the first and the last sign that it can hold.
        string expected = "T0ken!~+/=".PadLeft(4096, 'x');
        await using var server = Metadata(() => RawResponses.Response(200, expected + "\n"), token => token == expected ? 200 : 401);

        AccessKey? key = await ServerRoleKeySourceTests.FindAsync(server.Address);

        Assert.Equal("ID", key?.Id);
        Assert.Equal(["PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
        Assert.Matches("^[1-9][0-9]*$", server.Requests[0].Header("X-NCP-METADATA-TOKEN-TTL-SECONDS"));
        Assert.Equal([null, expected, expected], server.Requests.Select(request => request.Header(TokenHeader)));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_has_expired_is_renewed_once(int status)
    {
        int tokens = 0;
        bool isExpired = false;
        await using var server = Metadata(
            () => RawResponses.Response(200, "T" + Interlocked.Increment(ref tokens)),
            token => token == "T" + tokens && !Volatile.Read(ref isExpired) ? 200 : status);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.Equal("ID", (await source.KeyAsync(default))?.Id);
        Assert.Equal("ID", (await source.KeyAsync(default))?.Id);
        Assert.Equal(1, tokens);

        // As if the server had forgotten it.
        Interlocked.Increment(ref tokens);
        Assert.Equal("ID", (await source.KeyAsync(default))?.Id);
        Assert.Equal(3, tokens);

        Volatile.Write(ref isExpired, true);
        int before = server.Requests.Count;
        Assert.Null(await source.UsableKeyAsync());
        Assert.Equal(["GET", "PUT", "GET"], server.Requests.Skip(before).Select(request => request.Method));
    }

    [Fact]
    public async Task A_new_token_is_not_renewed_where_there_is_no_role()
    {
        await using var server = Metadata(() => RawResponses.Response(200, "T"), _ => 404);

        Assert.Null(await ServerRoleKeySourceTests.FindAsync(server.Address));
        Assert.Equal(["PUT", "GET"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_token_of_an_earlier_search_is_renewed_whatever_its_refusal_is(int status)
    {
        int tokens = 0;
        await using var server = Metadata(() => RawResponses.Response(200, "T" + ++tokens), token => token == "T" + tokens ? 200 : status);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.NotNull(await source.KeyAsync(default));
        tokens++;
        Assert.NotNull(await source.KeyAsync(default));
        Assert.Equal(["PUT", "GET", "GET", "GET", "PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_server_that_is_set_to_version_2_meanwhile_still_gives_its_key()
    {
        bool isVersion2 = false;
        await using var server = Metadata(
            () => isVersion2 ? RawResponses.Response(200, "T") : RawResponses.Response(404, string.Empty),
            token => isVersion2 && token is null ? 401 : 200);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.NotNull(await source.KeyAsync(default));
        isVersion2 = true;
        Assert.NotNull(await source.KeyAsync(default));
    }

    [Theory]
    [InlineData(200, "KR", "KR")]
    [InlineData(200, " JPN\n", "JPN")]
    [InlineData(200, "a-Zz_A09", "a-Zz_A09")]
    [InlineData(200, "12345678901234567890123456789012", "12345678901234567890123456789012")]
    public async Task The_region_is_the_one_word_that_the_metadata_has_for_it(int status, string body, string expected)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "T"), RawResponses.Response(status, body));

        Assert.Equal(expected, await ServerRoleKeySourceTests.Source(server.Address).FindRegionAsync(default));
        Assert.Equal("/latest/meta-data/regionCode", server.Requests[1].Target);
        Assert.Equal("T", server.Requests[1].Header(TokenHeader));
    }

    [Theory]
    [InlineData(200, "123456789012345678901234567890123", "no region", 1)]
    [InlineData(200, "", "no region", 1)]
    [InlineData(200, "<html>Sign in</html>", "no region", 1)]
    [InlineData(200, "KR\nJPN", "no region", 1)]
    [InlineData(404, "KR", "HTTP 404", 1)]
    [InlineData(500, "KR", "HTTP 500", 3)]
    public async Task A_region_that_can_not_be_had_is_an_error_that_names_address_and_cause(
        int status, string body, string cause, int requests)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "T"), RawResponses.Response(status, body));

        NcpConfigurationException failure = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => ServerRoleKeySourceTests.Source(server.Address).FindRegionAsync(default));

        Assert.Equal(NcpErrorId.NcpServiceUnavailable, failure.Id);
        Assert.All([server.Address, cause], part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Assert.Contains("-RegionCode", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(requests, server.Requests.Count(request => request.Method == "GET"));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cut")]
    public async Task A_hiccup_does_not_cost_the_region(string hiccup)
    {
        int asked = 0;
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is { } request)
            {
                bool isHiccup = request.Target.EndsWith("regionCode", StringComparison.Ordinal) && Interlocked.Increment(ref asked) < 3;
                if (isHiccup && hiccup == "cut")
                {
                    return;
                }

                await connection.SendAsync(isHiccup ? RawResponses.Response(500, "busy")
                    : request.Method == "PUT" ? RawResponses.Response(200, "T") : Data(request));
            }
        });

        Assert.Equal("KR", await ServerRoleKeySourceTests.Source(server.Address).FindRegionAsync(default));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_search_renews_its_token_once()
    {
        var statuses = new ConcurrentQueue<int>([200, 200, 401, 200, 401]);
        await using var server = Metadata(
            () => RawResponses.Response(200, "T"), _ => statuses.TryDequeue(out int status) ? status : 200);
        var source = ServerRoleKeySourceTests.Source(server.Address);

        Assert.NotNull(await source.KeyAsync(default));
        Assert.Null(await source.UsableKeyAsync());
        Assert.Equal(["PUT", "GET", "GET", "GET", "PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_search_ends_within_its_limit_however_often_it_is_answered()
    {
        await using var server = Metadata(() => RawResponses.Response(200, "T"), _ => 200);
        var metadata = new ServerMetadata(name => name == TestEnvironment.MetadataName ? server.Address : null);

        MetadataAnswer last = await metadata.SearchAsync(ReadForEverAsync, TimeSpan.FromSeconds(0.3), default).WaitAsync(s_safety);

        Assert.NotNull(last.Failure);

        static async Task<MetadataAnswer> ReadForEverAsync(Func<string, Task<MetadataAnswer>> read)
        {
            while (true)
            {
                if (await read("regionCode") is { Failure: not null } last)
                {
                    return last;
                }
            }
        }
    }

    [Fact]
    public async Task The_key_and_the_region_take_one_token()
    {
        await using var server = Metadata(() => RawResponses.Response(200, "T"), token => token == "T" ? 200 : 401);
        using var chain = new CredentialChain([ServerRoleKeySourceTests.Source(server.Address)]);

        Assert.Equal("KR", (await chain.FindRegionAsync(default))?.Code);

        Assert.Equal(["PUT", "GET", "GET", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_rejected_key_can_be_replaced_after_the_region_was_asked_for()
    {
        await using var server = Metadata(() => RawResponses.Response(200, "T"), _ => 200);
        using var chain = new CredentialChain([ServerRoleKeySourceTests.Source(server.Address)]);
        await chain.FindRegionAsync(default);
        AccessKey key = await chain.GetAsync(default);

        Assert.Null(await chain.ReplaceAsync(key, default).WaitAsync(s_safety));
    }

    [Fact]
    public async Task A_search_after_a_cancelled_one_has_its_token()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is { } request)
            {
                if (arrived.TrySetResult())
                {
                    await connection.StaySilentAsync();
                }

                await connection.SendAsync(request.Method == "PUT" ? RawResponses.Response(200, "T") : Data(request));
            }
        });
        using var cancellation = new CancellationTokenSource();
        var source = ServerRoleKeySourceTests.Source(server.Address);
        Task<AccessKey?> cancelled = source.KeyAsync(cancellation.Token);
        await arrived.Task.WaitAsync(s_safety);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(s_safety));

        await source.KeyAsync(default);

        Assert.Equal([null, null, "T", "T"], server.Requests.Select(request => request.Header(TokenHeader)));
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

        Task<AccessKey?> search = ServerRoleKeySourceTests.Source(server.Address).KeyAsync(cancellation.Token);
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
                _ => RawResponses.Response(answer, string.Empty),
            });
        }
    });

    internal static byte[] Data(RawRequest request) => RawResponses.Response(
        200, request.Target.EndsWith('/') ? "role" : request.Target.EndsWith("regionCode", StringComparison.Ordinal) ? "KR" : Key);
}
