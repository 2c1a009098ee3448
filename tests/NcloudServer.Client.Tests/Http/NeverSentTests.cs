using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Failures;
using NcloudServer.Http;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Http;

/// <summary>Failures that come before the first byte of the request is sent, and those that only look like one.</summary>
public sealed class NeverSentTests
{
    /// <summary>What a server does with the first message of the handshake before it hangs up.</summary>
    public static TheoryData<string> CutHandshakes => ["before", "after", "in the middle", "reset"];

    [Theory]
    [MemberData(nameof(CutHandshakes))]
    public async Task A_connection_that_is_cut_during_the_handshake_may_be_tried_again(string where)
    {
        await using RawServer server = CuttingHandshakes(where);
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, Secure(server)));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Transient), (exception.Id, exception.Kind));
        Assert.Contains("TLS handshake", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_handshake_is_cut_is_repeated()
    {
        await using RawServer server = CuttingHandshakes("after");
        using var client = new ClientUnderTest(Secure(server), retries: 2);

        await Assert.ThrowsAsync<NcpConnectionException>(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));

        Assert.Equal(2, client.Delays.Count);
        Assert.Equal(3, server.ConnectionCount);
    }

    [Fact]
    public async Task A_handshake_that_the_other_side_refuses_is_not_tried_again()
    {
        // A fatal alert: handshake_failure.
        await using var server = new RawServer(async connection =>
        {
            await connection.SendAsync([0x15, 3, 3, 0, 2, 2, 40]);
            await connection.StaySilentAsync();
        });
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, Secure(server)));

        Assert.Equal(FailureKind.NotExecuted, exception.Kind);
    }

    [Theory]
    [InlineData("ftp://proxy.example:1")]
    [InlineData("proxy.example:8080")]
    public async Task A_system_proxy_that_the_network_stack_can_not_use_is_an_error_about_the_proxy(string address)
    {
        using var transport = HttpTransport.Over(new WebProxy(new Uri(address)));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.NotExecuted), (exception.Id, exception.Kind));
        Assert.Contains("could not be sent", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Proxy", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(UriFormatException))]
    [InlineData(typeof(ArgumentException))]
    public async Task What_the_network_stack_can_not_begin_with_was_not_sent(Type failure)
    {
        using var transport = HttpTransport.Over(new ThrowingHandler((Exception)Activator.CreateInstance(failure, "said why")!));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.NotExecuted), (exception.Id, exception.Kind));
        Assert.Contains("said why", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancellation_that_nobody_asked_for_leaves_the_outcome_open(bool isTask)
    {
        using var transport = HttpTransport.Over(
            new ThrowingHandler(isTask ? new TaskCanceledException() : new OperationCanceledException()));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Indeterminate), (exception.Id, exception.Kind));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "")]
    [InlineData("http://127.0.0.1:9", "<html>Sign in</html>")]
    [InlineData("https://ncloud.test", "")]
    [InlineData("https://ncloud.test", "<html>Sign in</html>")]
    public async Task A_proxy_that_asks_who_is_there_is_a_failure_that_names_the_parameter(string endpoint, string page)
    {
        await using var proxy = RawServer.Replying(
            RawReplies.Reply(407, page, "Content-Type: text/html", "Proxy-Authenticate: Basic realm=\"proxy\""));
        using var transport = HttpTransport.Over(new WebProxy(proxy.Address));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, endpoint));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.NotExecuted), (exception.Id, exception.Kind));
        Assert.Contains("407", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_in_a_proxys_address_is_not_shown()
    {
        await using var proxy = RawServer.Replying(RawReplies.Reply(403, "no", "Content-Type: text/plain"));
        string address = proxy.Address.Replace("//", "//user:hidden-word@", StringComparison.Ordinal);
        using var transport = HttpTransport.Over(new WebProxy(new Uri(address)));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Contains(proxy.Address, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", exception.ToString() + exception.RecommendedAction, StringComparison.Ordinal);
    }

    private static string Secure(RawServer server) => server.Address.Replace("http:", "https:", StringComparison.Ordinal);

    private static RawServer CuttingHandshakes(string where) => new(async connection =>
    {
        if (where != "before")
        {
            await connection.ReceiveSomeAsync();
        }

        if (where == "in the middle")
        {
            // The head of a handshake message whose rest never comes.
            await connection.SendAsync([0x16, 3, 3, 0, 80, 2, 0]);
        }
        else if (where == "reset")
        {
            connection.Reset();
        }
    });

    private sealed class ThrowingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw exception;
    }
}
