using System.Net;
using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Simulator;

namespace NcloudServer.Tests.Http;

/// <summary>
/// Each stage that a request can come to before it fails. Only one that was handed to a connection that stood can have been carried out,
/// whichever limit struck first.
/// </summary>
public sealed class HandoverTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);

    /// <summary>What a server or a proxy does, whether it is the proxy, and what becomes of the request.</summary>
    public static TheoryData<string, bool, string, string> Stages => new()
    {
        { "drops", false, nameof(FailureKind.Transient), "No connection to" },
        { "hangs in TLS", false, nameof(FailureKind.Transient), "No connection to" },
        { "drops", true, nameof(FailureKind.Transient), "through the proxy" },
        { "swallows CONNECT", true, nameof(FailureKind.Transient), "through the proxy" },
        { "closes", true, nameof(FailureKind.Transient), "through the proxy" },
        { "closes after half a response", true, nameof(FailureKind.Transient), "through the proxy" },
        { "502", true, nameof(FailureKind.Transient), "HTTP 502." },
        { "503", true, nameof(FailureKind.Transient), "HTTP 503." },
        { "403", true, nameof(FailureKind.NotExecuted), "HTTP 403." },
        { "407", true, nameof(FailureKind.NotExecuted), "HTTP 407" },
        { "hangs in TLS behind it", true, nameof(FailureKind.Transient), "through the proxy" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task What_was_never_handed_over_was_never_sent(string what, bool isProxy, string kind, string text)
    {
        using var hole = new Blackhole();
        await using RawServer server = Server(what);
        string authority = what == "drops" ? hole.Authority : new Uri(server.Address).Authority;
        using HttpTransport transport = isProxy
            ? HttpTransport.Over(new WebProxy("http://" + authority), "-Proxy")
            : ClientUnderTest.DirectTransport();

        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(() => HttpTransportTests.GetAsync(
            transport, isProxy ? "https://ncloud.test" : "https://" + authority, s_limit).WaitAsync(s_safety));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, kind), (failure.Id, failure.Kind.ToString()));
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\".", failure.Message, StringComparison.Ordinal);
        if (isProxy)
        {
            Assert.Contains($"he proxy http://{authority} (from -Proxy)", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("silent", nameof(NcpErrorId.NcpRequestTimeout))]
    [InlineData("half a request", nameof(NcpErrorId.NcpConnectionFailed))]
    [InlineData("first byte of a response", nameof(NcpErrorId.NcpRequestTimeout))]
    public async Task What_was_handed_over_may_have_been_carried_out(string what, string id)
    {
        await using RawServer server = Server(what);
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(() => HttpTransportTests.GetAsync(
            transport, server.Address + "/?" + new string('x', 12_000), s_limit).WaitAsync(s_safety));

        Assert.Equal((id, FailureKind.Indeterminate), (failure.Id.ToString(), failure.Kind));
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("closes")]
    public async Task A_plain_proxy_that_took_the_request_may_have_sent_it_on(string what)
    {
        await using RawServer proxy = Server(what == "closes" ? "half a request" : what);
        using var transport = HttpTransport.Over(new WebProxy(proxy.Address));

        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "http://127.0.0.1:9", s_limit).WaitAsync(s_safety));

        Assert.Equal(FailureKind.Indeterminate, failure.Kind);
    }

    [Theory]
    [InlineData("https://ncloud.test")]
    [InlineData("http://127.0.0.1:9")]
    public async Task A_proxy_that_refuses_is_named_with_where_its_address_comes_from(string endpoint)
    {
        using var closed = new ClosedPort();
        using var transport = HttpTransport.Over(new WebProxy(closed.Address), "-Proxy");

        NcpConnectionException failure = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, endpoint));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Contains($"through the proxy {closed.Address} (from -Proxy)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-NoProxy", failure.RecommendedAction, StringComparison.Ordinal);
    }

    private static RawServer Server(string what) => new(async connection =>
    {
        if (what is "hangs in TLS" or "drops")
        {
            await connection.StaySilentAsync();
        }
        else if (what == "half a request")
        {
            await connection.ReceiveSomeAsync();
            connection.Reset();
        }
        else if (await connection.ReceiveAsync() is not null)
        {
            await AnswerAsync(connection, what);
        }
    });

    private static async Task AnswerAsync(RawConnection connection, string what)
    {
        byte[] answer = what switch
        {
            "closes after half a response" => RawResponses.Head(200)[..^2],
            "hangs in TLS behind it" => RawResponses.Head(200),
            "first byte of a response" => "H"u8.ToArray(),
            "407" => RawResponses.Response(407, "", "Proxy-Authenticate: Basic realm=\"proxy\""),
            { Length: 3 } status => RawResponses.Response(int.Parse(status, null), ""),
            _ => [],
        };
        await connection.SendAsync(answer);
        if (!what.StartsWith("closes", StringComparison.Ordinal))
        {
            await connection.StaySilentAsync();
        }
    }
}
