using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Http;

/// <remarks>Page: common-ncpapi.</remarks>
public sealed class RequestSignerTests
{
    private static readonly AccessKey s_key = new(ClientUnderTest.AccessKeyId, ClientUnderTest.SecretKey);

    // The values come from openssl and agree with four of NAVER's own clients.
    public static TheoryData<string, string, long, string> Vectors => new()
    {
        {
            "GET",
            "/vserver/v2/getRegionList?responseFormatType=json",
            1700000000000,
            "wNHgHBKkNjV4YUjAtnJ3VncCrf48Xe1tGOpDkP/UXQg="
        },
        {
            "GET",
            "/vserver/v2/stopServerInstances?regionCode=KR"
                + "&serverInstanceNoList.1=1234567&serverInstanceNoList.2=2345678&responseFormatType=json",
            1700000000123,
            "p2wdjRGftifdzQj3SuPE2oCcWLUkfAHCMBayppFIYSw="
        },
        {
            "POST",
            "/vserver/v2/stopServerInstances",
            1700000000123,
            "o48lwVvrsDcsyls9khvKY91NeOJ12zQ4K8yfbw7yxe4="
        },
        {
            "GET",
            "/vserver/v2/getServerInstanceList?regionCode=KR"
                + "&serverName=my%20server%2F%ED%95%9C%EA%B8%80&pageNo=0&pageSize=10&responseFormatType=json",
            1700000000456,
            "+U2qWZYvVhB2tPiX0N/KCvkJFmC2YFkYg35nS68Ob+U="
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_request_carries_the_three_headers_of_the_published_vector(
        string method, string pathAndQuery, long timestamp, string signature)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("https://ncloud.apigw.ntruss.com" + pathAndQuery));

        RequestSigner.Sign(request, s_key, DateTimeOffset.FromUnixTimeMilliseconds(timestamp));

        Assert.Equal(timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture), Single(request, "x-ncp-apigw-timestamp"));
        Assert.Equal(ClientUnderTest.AccessKeyId, Single(request, "x-ncp-iam-access-key"));
        Assert.Equal(signature, Single(request, "x-ncp-apigw-signature-v2"));
    }

    [Fact]
    public void The_timestamp_counts_from_1970_in_utc_whatever_the_clocks_time_zone()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri("https://ncloud.apigw.ntruss.com/vserver/v2/getRegionList?responseFormatType=json"));

        RequestSigner.Sign(request, s_key, DateTimeOffset.FromUnixTimeMilliseconds(1700000000000).ToOffset(TimeSpan.FromHours(9)));

        Assert.Equal("1700000000000", Single(request, "x-ncp-apigw-timestamp"));
        Assert.Equal("wNHgHBKkNjV4YUjAtnJ3VncCrf48Xe1tGOpDkP/UXQg=", Single(request, "x-ncp-apigw-signature-v2"));
    }

    [Theory]
    [InlineData("web~1")]
    [InlineData("my server/한글")]
    [InlineData("a+b&c=d?e#f%7Eg")]
    [InlineData("!*'();:@,[]$\"<>\\^`{|}")]
    public async Task The_signature_covers_exactly_the_characters_that_travel(string name)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyServerList));
        using HttpTransport transport = ClientUnderTest.DirectTransport();
        string query = new QueryBuilder().Add("regionCode", "KR").Add("serverName", name).ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}/vserver/v2/getServerInstanceList{query}"));
        RequestSigner.Sign(request, s_key, DateTimeOffset.UtcNow);

        await transport.SendAsync(request, TimeSpan.FromSeconds(30), CancellationToken.None);

        RawRequest arrived = Assert.Single(server.Requests);
        Assert.True(ClientUnderTest.IsSigned(arrived), arrived.Head);
        string travelled = arrived.Target.Split("serverName=")[1];
        Assert.Equal(name, Uri.UnescapeDataString(travelled));
    }

    [Theory]
    [InlineData("stopServerInstances")]
    [InlineData("interruptServerInstance")]
    [InlineData("getServerInstanceList")]
    public async Task Every_parameter_of_an_action_travels_in_the_signed_query_of_a_get(string action)
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, RawResponses.EmptyStopList));
        using var client = new ClientUnderTest(server.Address);

        await (action switch
        {
            "stopServerInstances" => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR~ /한", ["11"], until: null, CancellationToken.None),
            "interruptServerInstance" => client.Client.ChangeAsync(
                ServerAction.Interrupt.Api, "KR~ /한", ["11"], until: null, CancellationToken.None),
            _ => client.Client.FindAsync("KR~ /한", ["11"], until: null, CancellationToken.None),
        });

        RawRequest request = Assert.Single(server.Requests);
        string[] expected =
        [
            "regionCode=KR~%20%2F%ED%95%9C",
            action == "interruptServerInstance" ? "responseFormatType=xml" : "responseFormatType=json",
            action == "interruptServerInstance" ? "serverInstanceNo=11" : "serverInstanceNoList.1=11",
        ];
        Assert.Equal("GET", request.Method);
        Assert.StartsWith($"/vserver/v2/{action}?", request.Target, StringComparison.Ordinal);
        Assert.Equal(expected, request.Target.Split('?')[1].Split('&').OrderBy(part => part, StringComparer.Ordinal));
        Assert.True(ClientUnderTest.IsSigned(request), request.Head);
        Assert.Equal(ClientUnderTest.AccessKeyId, request.Header("x-ncp-iam-access-key"));
    }

    private static string Single(HttpRequestMessage request, string name) => Assert.Single(request.Headers.GetValues(name));
}
