using System.Net;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class ProxyFailureTests
{
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
    [InlineData("http://127.0.0.1:9", "")]
    [InlineData("http://127.0.0.1:9", "<html>Sign in</html>")]
    [InlineData("https://ncloud.test", "")]
    [InlineData("https://ncloud.test", "<html>Sign in</html>")]
    public async Task A_proxy_that_asks_who_is_there_is_a_failure_that_names_the_parameter(string endpoint, string page)
    {
        await using var proxy = RawServer.Responding(
            RawResponses.Response(407, page, "Content-Type: text/html", "Proxy-Authenticate: Basic realm=\"proxy\""));
        using var transport = HttpTransport.Over(new WebProxy(proxy.Address));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, endpoint));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.NotExecuted), (exception.Id, exception.Kind));
        Assert.Contains("407", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-ProxyUseDefaultCredentials", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_in_a_proxys_address_is_not_shown()
    {
        await using var proxy = RawServer.Responding(RawResponses.Response(403, "no", "Content-Type: text/plain"));
        string address = proxy.Address.Replace("//", "//user:hidden-word@", StringComparison.Ordinal);
        using var transport = HttpTransport.Over(new WebProxy(new Uri(address)));

        NcpConnectionException exception = await Assert.ThrowsAsync<NcpConnectionException>(
            () => HttpTransportTests.GetAsync(transport, "https://ncloud.test"));

        Assert.Contains(proxy.Address, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", exception.ToString() + exception.RecommendedAction, StringComparison.Ordinal);
    }
}
