using NcloudServer.Addresses;

namespace NcloudServer.Tests.Http;

public sealed class ApiPathTests
{
    [Theory]
    [InlineData("/billing/v1/cost/getProductDemandCostList", true)]
    [InlineData("/a", true)]
    [InlineData("/a.b/c-d_e", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("a/b", false)]
    [InlineData("//host/a", false)]
    [InlineData("https://host/a", false)]
    [InlineData("/a/../b", false)]
    [InlineData("/a/./b", false)]
    [InlineData("/a/.../b", false)]
    [InlineData("/a/%2e%2e/b", false)]
    [InlineData("/a?b=1", false)]
    [InlineData("/a#b", false)]
    [InlineData("/a b", false)]
    [InlineData("/a\\b", false)]
    [InlineData("/a/", false)]
    [InlineData("/a//b", false)]
    [InlineData("/\u0430", false)]
    [InlineData("/a\n", false)]
    public void A_path_is_nothing_but_a_path(string text, bool isPath) => Assert.Equal(isPath, Endpoint.IsPath(text));

    [Theory]
    [InlineData("https://a.invalid")]
    [InlineData("https://a.invalid/")]
    [InlineData("https://a.invalid/vserver/v2")]
    public void It_stands_behind_the_gateways_root(string root) =>
        Assert.Equal("https://a.invalid/vpc/v2/getVpcList", Endpoint.At(Endpoint.ApiBase(root, "the test"), "/vpc/v2/getVpcList"));

    [Fact]
    public void A_prefix_of_the_root_stays() =>
        Assert.Equal("https://a.invalid/b/vpc", Endpoint.At(Endpoint.ApiBase("https://a.invalid/b", "the test"), "/vpc"));
}
