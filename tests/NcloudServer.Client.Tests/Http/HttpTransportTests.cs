using System.Globalization;
using System.Text;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class HttpTransportTests
{
    [Fact]
    public async Task A_connection_is_used_again_for_the_next_request()
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(200, "one"), RawResponses.Response(200, "two"), RawResponses.Response(500, "three"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        string[] bodies =
        [
            Text(await GetAsync(transport, server.Address)),
            Text(await GetAsync(transport, server.Address)),
            Text(await GetAsync(transport, server.Address)),
        ];

        Assert.Equal(["one", "two", "three"], bodies);
        Assert.Equal(1, server.ConnectionCount);
    }

    [Fact]
    public async Task A_response_comes_back_with_its_status_headers_and_content_type()
    {
        await using var server = RawServer.Responding(RawResponses.Response(
            503, "<error/>",
            "Content-Type: text/xml; charset=utf-8", "x-ncp-trace-id: t-1", "Retry-After: 9", "Date: Sat, 01 Mar 2025 12:00:00 GMT"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        RawResponse response = await GetAsync(transport, server.Address);

        Assert.Equal((503, "text/xml", "t-1"), ((int)response.Status, response.ContentType, response.Header("X-NCP-TRACE-ID")));
        Assert.Equal(TimeSpan.FromSeconds(9), response.Headers.RetryAfter?.Delta);
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero), response.Headers.Date);
        Assert.Equal(string.Empty, response.Header("x-ncp-apigw-error-code"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("plain")]
    [InlineData("chunked")]
    [InlineData("chunked gzip")]
    public async Task A_body_arrives_whole_however_it_is_packed(string packing)
    {
        // More than the first buffer holds, and different everywhere.
        string text = string.Concat(Enumerable.Range(0, 400_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        byte[] data = Encoding.UTF8.GetBytes(text);
        byte[] packed = packing.Contains("gzip", StringComparison.Ordinal) ? RawResponses.Gzip(data) : data;
        string[] encoding = packing.Contains("gzip", StringComparison.Ordinal) ? ["Content-Encoding: gzip"] : [];
        byte[] response = packing.Contains("chunked", StringComparison.Ordinal)
            ?
            [
                .. RawResponses.Head(200, [.. encoding, "Transfer-Encoding: chunked"]),
                .. packed.Chunk(70_001).SelectMany(RawResponses.Chunk),
                .. "0\r\n\r\n"u8,
            ]
            : RawResponses.Response(200, packed, encoding);
        await using var server = RawServer.Responding(response);
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        Assert.Equal(text, Text(await GetAsync(transport, server.Address)));
        Assert.Contains("gzip", Assert.Single(server.Requests).Header("Accept-Encoding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_ends_with_the_connection_arrives_whole()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end");
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        Assert.Equal("to the end", Text(await GetAsync(transport, server.Address)));
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var destination = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyServerList));
        await using var server = RawServer.Responding(RawResponses.Response(302, string.Empty, $"Location: {destination.Address}/elsewhere"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        RawResponse response = await GetAsync(transport, server.Address);

        Assert.Equal(302, (int)response.Status);
        Assert.Single(server.Requests);
        Assert.Empty(destination.Requests);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task Only_a_status_of_the_two_hundreds_is_a_success(int status, bool isSuccess)
    {
        using HttpTransport transport = HttpTransport.Over(new AnsweringHandler((_, _) => AnsweringHandler.Response(status, string.Empty)));

        Assert.Equal(isSuccess, (await GetAsync(transport, AnsweringHandler.Address)).IsSuccess);
    }

    [Fact]
    public async Task A_transport_of_ones_own_ends_with_its_connections_and_the_shared_one_does_not()
    {
        using var service = new AnsweringHandler((_, _) => AnsweringHandler.Response(200, string.Empty));
        HttpTransport own = HttpTransport.Over(service);

        own.Dispose();
        HttpTransport.Shared.Dispose();

        await Assert.ThrowsAnyAsync<NcpConnectionException>(() => GetAsync(own, AnsweringHandler.Address));
        Assert.Empty(service.Requests);
        // No connection is needed to see that it still works: only what is not disposed says that it does not know a scheme.
        NcpConnectionException failure = await Assert.ThrowsAnyAsync<NcpConnectionException>(
            () => GetAsync(HttpTransport.Shared, "ftp://service.invalid"));
        Assert.Equal(FailureKind.NotExecuted, failure.Kind);
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "x", "Set-Cookie: session=1; Path=/"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await GetAsync(transport, server.Address);
        await GetAsync(transport, server.Address);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Null(request.Header("Cookie")));
    }

    [Fact]
    public async Task A_request_says_which_program_sends_it()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "x"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        await GetAsync(transport, server.Address);

        Assert.StartsWith("NcloudServer/", Assert.Single(server.Requests).Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_the_server_demands_is_not_answered()
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(401, "x", "WWW-Authenticate: Basic realm=\"x\"", "WWW-Authenticate: Negotiate"));
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        Assert.Equal(401, (int)(await GetAsync(transport, server.Address)).Status);
        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    internal static async Task<RawResponse> GetAsync(
        HttpTransport transport, string address, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(address + "/vserver/v2/getServerInstanceList?responseFormatType=json"));
        return await transport.SendAsync(request, timeout ?? TimeSpan.FromSeconds(60), cancellationToken);
    }

    private static string Text(RawResponse response) => Encoding.UTF8.GetString(response.Body.AsSpan());
}
