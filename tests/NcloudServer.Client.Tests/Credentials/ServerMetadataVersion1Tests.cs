using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>A metadata address that gives no token: it speaks version 1 alone, or it is something else.</summary>
public sealed class ServerMetadataVersion1Tests
{
    // Where nothing answers, all of it is waited for.
    private const double Short = 4;

    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    public static TheoryData<int, string, string> NoTokens => new()
    {
        { 400, "", "" },
        { 403, "Forbidden", "" },
        { 404, "", "" },
        { 405, "", "" },
        { 500, "", "" },
        { 302, "", "Location: /latest/meta-data/iam/security-credentials/" },
        { 200, "", "" },
        { 200, " \r\n", "" },
        { 200, "<html>Sign in</html>", "Content-Type: text/html" },
        { 200, "<html><body>Sign in to go on</body></html>", "" },
        { 200, "two\nlines", "" },
        { 200, "two words", "" },
        { 200, "bell\a", "" },
        { 200, "delete\x7f", "" },
        { 200, "한글", "" },
        { 200, new string('x', 4097), "" },
        { 200, new string('x', 1024 * 1024), "" },
    };

    [Theory]
    [MemberData(nameof(NoTokens))]
    public async Task Where_no_token_is_given_version_1_is_used(int status, string body, string header)
    {
        string[] headers = header.Length == 0 ? [] : [header];
        await using var server = ServerMetadataTests.Metadata(() => RawResponses.Response(status, body, headers), token => token is null ? 200 : 400);

        AccessKey? key = await ServerRoleKeySourceTests.FindAsync(server.Address);

        Assert.Equal("ID", key?.Id);
        Assert.Equal(["PUT", "GET", "GET"], server.Requests.Select(request => request.Method));
        Assert.All(server.Requests, request => Assert.Null(request.Header(ServerMetadataTests.TokenHeader)));
    }

    [Fact]
    public async Task A_request_for_a_token_that_is_never_answered_leaves_time_for_version_1()
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is { } request)
            {
                if (request.Method == "PUT")
                {
                    await connection.StaySilentAsync();
                }
                else
                {
                    await connection.SendAsync(ServerMetadataTests.Data(request));
                }
            }
        });

        Assert.Equal("ID", (await ServerRoleKeySourceTests.FindAsync(server.Address, Short).WaitAsync(s_safety))?.Id);
    }

    [Fact]
    public async Task A_connection_that_breaks_at_the_request_for_a_token_leaves_version_1()
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is { Method: "GET" } request)
            {
                await connection.SendAsync(ServerMetadataTests.Data(request));
            }
        });

        Assert.Equal("ID", (await ServerRoleKeySourceTests.FindAsync(server.Address).WaitAsync(s_safety))?.Id);
    }

    [Fact]
    public async Task Silence_ends_the_whole_search_within_its_limit()
    {
        await using var server = new RawServer(connection => connection.StaySilentAsync());

        Assert.Null(await ServerRoleKeySourceTests.FindAsync(server.Address, Short).WaitAsync(s_safety));

        // Both versions were tried.
        Assert.Equal(2, server.ConnectionCount);
    }
}
