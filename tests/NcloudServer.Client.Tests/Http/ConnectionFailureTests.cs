using System.Net.Sockets;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class ConnectionFailureTests
{
    public static TheoryData<string> CutResponses => new()
    {
        "",
        "HT",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123456789",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\nno colon\r\n\r\n",
        "this is no HTTP at all\r\n\r\n",
    };

    [Theory]
    [MemberData(nameof(CutResponses))]
    public async Task A_response_that_breaks_off_or_is_no_http_leaves_the_outcome_open(string response)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(response);
        });

        await AssertFailsAsync(server.Address, FailureKind.Indeterminate, "broke");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123")]
    public async Task A_connection_that_is_reset_after_the_request_leaves_the_outcome_open(string response)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync(response);
            connection.Reset();
        });

        await AssertFailsAsync(server.Address, FailureKind.Indeterminate, "broke");
    }

    [Fact]
    public async Task Headers_without_end_leave_the_outcome_open()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReceiveAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\n");
            while (true)
            {
                await connection.SendAsync("x-more: " + new string('x', 1000) + "\r\n");
            }
        });

        await AssertFailsAsync(server.Address, FailureKind.Indeterminate, "broke");
    }

    [Fact]
    public async Task A_connection_that_is_refused_may_be_tried_again()
    {
        using var port = new ClosedPort();

        await AssertFailsAsync(port.Address, FailureKind.Transient, "No connection to 127.0.0.1:");
    }

    [Fact]
    public async Task An_address_that_never_answers_has_received_nothing_and_may_be_tried_again()
    {
        using var transport = HttpTransport.Over(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            },
        });

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.Transient), (exception.Id, exception.Kind));
    }

    [Fact]
    public async Task A_name_that_can_not_be_resolved_is_named_and_nothing_was_sent()
    {
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://nowhere.invalid"));

        Assert.Equal(NcpErrorId.NcpConnectionFailed, exception.Id);
        Assert.Contains("nowhere.invalid", exception.Message, StringComparison.Ordinal);
        // Without any name server the answer is "later" instead of "never"; which of both is which is told apart below.
        Assert.Contains(exception.Kind, new[] { FailureKind.NotExecuted, FailureKind.Transient });
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, nameof(FailureKind.NotExecuted), "can't be resolved")]
    [InlineData(SocketError.NoData, nameof(FailureKind.NotExecuted), "can't be resolved")]
    [InlineData(SocketError.TryAgain, nameof(FailureKind.Transient), "can't be resolved for now")]
    [InlineData(SocketError.ConnectionRefused, nameof(FailureKind.Transient), "No connection to")]
    [InlineData(SocketError.HostUnreachable, nameof(FailureKind.Transient), "No connection to")]
    [InlineData(SocketError.NetworkUnreachable, nameof(FailureKind.Transient), "No connection to")]
    [InlineData(SocketError.TimedOut, nameof(FailureKind.Transient), "No connection to")]
    public async Task What_the_socket_says_before_there_is_a_connection_decides(SocketError error, string kind, string text)
    {
        using var transport = HttpTransport.Over(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (_, _) => throw new SocketException((int)error),
        });

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, kind), (exception.Id, exception.Kind.ToString()));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
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

    internal static async Task<NcpConnectionException> AssertFailsAsync(string address, FailureKind kind, string text)
    {
        using HttpTransport transport = ClientUnderTest.DirectTransport();

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, address));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, kind), (exception.Id, exception.Kind));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        // For those who have to find out more.
        Assert.NotNull(exception.InnerException);
        return exception;
    }

    private sealed class ThrowingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw exception;
    }
}
