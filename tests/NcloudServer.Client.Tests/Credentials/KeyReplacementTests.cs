using NcloudServer.Addresses;
using NcloudServer.Api;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>A key that the service no longer accepts although it should still be valid.</summary>
public sealed class KeyReplacementTests
{
    private const string Refusal = """{"error":{"errorCode":"200","message":"Authentication Failed","details":""}}""";

    private static readonly DateTimeOffset s_end = DateTimeOffset.UtcNow.AddHours(1);

    private readonly ApiAction _stop = new("stopServerInstances", TakesMany: true);
    private int _asked;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rejected_key_is_replaced_and_the_request_sent_again_once_whether_its_end_is_known_or_not(bool expires)
    {
        await using var server = Gateway(accepted: "K2");
        using NcloudClient client = Client(server.Address, () => Key(Interlocked.Increment(ref _asked), expires));

        await client.ChangeAsync(_stop, "KR", ["1"], until: null, default);

        Assert.Equal(["K1", "K2"], server.Requests.Select(Id));
        Assert.Null(client.Gate.Fatal);
    }

    [Theory]
    [InlineData(401, Refusal)]
    [InlineData(200, Refusal)]
    [InlineData(200, "<error><errorCode>200</errorCode><message>Authentication Failed</message></error>")]
    public async Task A_refusal_of_the_key_is_one_whatever_its_status_says(int status, string refusal)
    {
        await using var server = Gateway(accepted: "K2", status, refusal);
        using NcloudClient client = Client(server.Address, () => Key(Interlocked.Increment(ref _asked)));

        await client.FindAsync("KR", ["1"], until: null, default);

        Assert.Equal(["K1", "K2"], server.Requests.Select(Id));
    }

    [Theory]
    [InlineData(true, 1, 2)]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 2)]
    [InlineData(false, 0, 1)]
    public async Task What_is_rejected_again_is_an_error(bool expires, int others, int expectedRequests)
    {
        await using var server = Gateway(accepted: "none");
        using NcloudClient client = Client(
            server.Address, () => Key(Math.Min(Interlocked.Increment(ref _asked), 1 + others), expires));

        NcpServiceException exception = await Assert.ThrowsAsync<NcpServiceException>(
            () => client.ChangeAsync(_stop, "KR", ["1"], until: null, default));

        Assert.Equal(NcpErrorId.NcpAuthenticationFailed, exception.Id);
        Assert.Equal(expectedRequests, server.Requests.Count);
        Assert.NotNull(client.Gate.Fatal);
    }

    [Fact]
    public async Task Many_requests_with_one_rejected_key_ask_for_one_other()
    {
        await using var server = Gateway(accepted: "K2");
        using NcloudClient client = Client(server.Address, () => Key(Interlocked.Increment(ref _asked)));

        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => client.FindAsync("KR", [$"{number}"], until: null, default)));

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task A_source_that_has_no_other_key_is_asked_once_for_all_requests()
    {
        await using var server = Gateway(accepted: "none");
        using NcloudClient client = Client(server.Address, () =>
        {
            Interlocked.Increment(ref _asked);
            return Key(1);
        });

        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<NcpServiceException>(() => client.FindAsync("KR", ["1"], until: null, default));
        }

        Assert.Equal(2, _asked);
    }

    private static AccessKey Key(int number, bool expires = true) => new($"K{number}", "SECRET", expires ? s_end : null);

    private static string? Id(RawRequest request) => request.Header("x-ncp-iam-access-key");

    private static RawServer Gateway(string accepted, int status = 401, string refusal = Refusal) => new(async connection =>
    {
        while (await connection.ReceiveAsync() is { } request)
        {
            await connection.SendAsync(Id(request) == accepted
                ? RawResponses.Response(200, request.Target.Contains("stop", StringComparison.Ordinal)
                    ? RawResponses.EmptyStopList
                    : RawResponses.EmptyServerList)
                : RawResponses.Response(status, refusal));
        }
    });

    private static NcloudClient Client(string address, Func<AccessKey> key) => new(
        Endpoint.ApiBase(address, "the test"),
        new CredentialChain([new Source(key)]),
        ClientUnderTest.DirectTransport(),
        new ClientOptions(),
        new ActivityLog());

    private sealed class Source(Func<AccessKey> key) : IAccessKeySource
    {
        public string Description => "the test";

        public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) => Task.FromResult(new KeySearchResult(key()));
    }
}
