using System.Net;
using NcloudServer.Addresses;
using NcloudServer.Failures;

namespace NcloudServer.Tests.Http;

public sealed class ProxyAddressTests
{
    [Theory]
    [InlineData("http://proxy.corp:8080", true)]
    [InlineData("http://proxy.corp", true)]
    [InlineData("https://proxy.corp:8443/", true)]
    [InlineData("HTTP://192.0.2.1:3128", true)]
    [InlineData("http://[::1]:3128", true)]
    [InlineData("proxy.corp:8080", false)]
    [InlineData("proxy.corp", false)]
    [InlineData("localhost:8080", false)]
    [InlineData("192.0.2.1:3128", false)]
    [InlineData("//proxy.corp:8080", false)]
    [InlineData("/proxy", false)]
    [InlineData("ftp://proxy:1", false)]
    [InlineData("socks5://proxy:1080", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void A_proxy_is_an_absolute_http_or_https_address(string address, bool expected) =>
        Assert.Equal(expected, ProxyAddress.IsUsable(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("https_proxy", "ftp://proxy:1")]
    [InlineData("HTTPS_PROXY", "http://proxy:99999")]
    [InlineData("HTTPS_PROXY", "http://")]
    [InlineData("all_proxy", "ftp://proxy:1")]
    [InlineData("ALL_PROXY", "my proxy")]
    public void A_variable_that_names_no_proxy_is_an_error_that_names_the_variable(string name, string value)
    {
        NcpConnectionException exception = Assert.Throws<NcpConnectionException>(
            () => Check("https://ncloud.test", new() { [name] = value }));

        Assert.Equal((NcpErrorId.NcpConnectionFailed, FailureKind.NotExecuted), (exception.Id, exception.Kind));
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(value, exception.Message, StringComparison.Ordinal);
        Assert.Contains("http://proxy.example:8080", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_hold_a_password_is_not_shown()
    {
        NcpConnectionException exception = Assert.Throws<NcpConnectionException>(
            () => Check("https://ncloud.test", new() { ["HTTPS_PROXY"] = "ftp://user:hidden-word@proxy:1" }));

        Assert.DoesNotContain("hidden-word", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ncloud.test", "HTTPS_PROXY", "")]
    [InlineData("https://ncloud.test", "HTTPS_PROXY", "  ")]
    [InlineData("https://ncloud.test", "HTTPS_PROXY", "proxy.corp:8080")]
    [InlineData("https://ncloud.test", "HTTPS_PROXY", "http://proxy.corp:8080")]
    [InlineData("https://ncloud.test", "ALL_PROXY", "socks5://proxy.corp:1080")]
    [InlineData("https://ncloud.test", "HTTP_PROXY", "ftp://proxy:1")]
    [InlineData("http://127.0.0.1:80", "HTTPS_PROXY", "ftp://proxy:1")]
    public void A_variable_that_is_empty_or_usable_or_about_another_scheme_is_none(string destination, string name, string value) =>
        Check(destination, new() { [name] = value });

    [Fact]
    public void A_proxy_that_the_network_stack_has_found_elsewhere_counts_more_than_a_wrong_variable() =>
        Check("https://ncloud.test", new() { ["HTTPS_PROXY"] = "ftp://proxy:1" }, new WebProxy("http://proxy.corp:8080"));

    private static void Check(string destination, Dictionary<string, string> variables, WebProxy? system = null) =>
        ProxyAddress.CheckEnvironment(new Uri(destination), name => variables.GetValueOrDefault(name), () => system ?? new WebProxy());
}
