using NcloudServer.Addresses;

namespace NcloudServer.Tests.Http;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("https://ncloud.apigw.ntruss.com", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("https://ncloud.apigw.ntruss.com/", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("https://ncloud.apigw.ntruss.com/vserver/v2", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("https://ncloud.apigw.ntruss.com/vserver/v2/", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("https://ncloud.apigw.gov-ntruss.com", "https://ncloud.apigw.gov-ntruss.com/vserver/v2")]
    [InlineData("https://fin-ncloud.apigw.fin-ntruss.com", "https://fin-ncloud.apigw.fin-ntruss.com/vserver/v2")]
    [InlineData("  https://ncloud.apigw.ntruss.com \t", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("HTTPS://NCLOUD.apigw.ntruss.com", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    [InlineData("https://gateway.example:8443/mirror/", "https://gateway.example:8443/mirror/vserver/v2")]
    [InlineData("http://localhost:8080", "http://localhost:8080/vserver/v2")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/vserver/v2")]
    [InlineData("http://127.0.0.2", "http://127.0.0.2/vserver/v2")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/vserver/v2")]
    public void The_actions_stand_under_the_gateways_root(string root, string expected) =>
        Assert.Equal(expected, Endpoint.ApiBase(root, "the test").AbsoluteUri);

    [Theory]
    [InlineData("http://ncloud.apigw.ntruss.com")]
    [InlineData("http://192.0.2.1")]
    [InlineData("http://10.0.0.1:8080")]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://localhost.example")]
    [InlineData("http://127.0.0.1.example")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/vserver/v2")]
    [InlineData("ncloud.apigw.ntruss.com")]
    [InlineData("https://")]
    [InlineData("https:///vserver")]
    [InlineData("https://a b")]
    [InlineData("no address")]
    [InlineData("")]
    public void Anything_but_https_is_refused_except_on_loopback(string root)
    {
        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(() => Endpoint.ApiBase(root, "profile test"));

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, exception.Id);
        Assert.Contains("profile test", exception.Message, StringComparison.Ordinal);
        Assert.Contains("https://ncloud.apigw.ntruss.com", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:hidden-word@ncloud.apigw.ntruss.com")]
    [InlineData("https://hidden-word@ncloud.apigw.ntruss.com")]
    [InlineData("http://user:hidden-word@ncloud.apigw.ntruss.com")]
    [InlineData("user:hidden-word@ncloud.apigw.ntruss.com")]
    [InlineData("https://ncloud.apigw.ntruss.com?key=hidden-word")]
    [InlineData("https://ncloud.apigw.ntruss.com/#hidden-word")]
    public void What_may_hold_a_password_is_refused_and_not_shown(string root)
    {
        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(() => Endpoint.ApiBase(root, "the test"));

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, exception.Id);
        Assert.DoesNotContain("hidden-word", exception.ToString() + exception.RecommendedAction, StringComparison.Ordinal);
    }
}
