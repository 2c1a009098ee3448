namespace NcloudServer.EngineTests.Connections;

/// <summary>Proxies that are no addresses, or none of a proxy: binding errors.</summary>
public sealed class ProxyAddressTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("proxy.corp:8080")]
    [InlineData("socks5://proxy:1080")]
    [InlineData("no address")]
    public void It_is_refused_with_an_example_of_a_right_one(string proxy)
    {
        Result result = Run("1000001 | Stop-NcpServerInstance -Proxy $proxy", ("proxy", proxy));

        Assert.Empty(result.Output);
        ErrorRecord thrown = AssertRefused(result);
        Assert.Equal(Expected.ErrorId("ParameterArgumentValidationError", "StopNcpServerInstance"), thrown.FullyQualifiedErrorId);
        Assert.Contains("'Proxy'", thrown.Exception.Message);
        Assert.Contains($"Not a valid proxy address: {proxy}.", thrown.Exception.Message);
        Assert.Contains("an absolute http or https address", thrown.Exception.Message);
    }

    [Theory]
    [InlineData("1000001 | Invoke-NcpServerInterrupt -Force -Proxy proxy.corp:8080")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status running -Proxy proxy.corp:8080")]
    [InlineData("Get-NcpServerInstance -Proxy proxy.corp:8080")]
    [InlineData("Get-NcpRegion -Proxy proxy.corp:8080")]
    [InlineData("Get-NcpRegion -Proxy ([uri] 'proxy.corp:8080')")]
    [InlineData("1000001 | Stop-NcpServerInstance -WhatIf -Proxy proxy.corp:8080")]
    public void It_is_refused_by_every_cmdlet_as_text_or_object(string script) => AssertRefused(Run(script));

    [Fact]
    public void It_is_refused_without_showing_what_may_be_a_password()
    {
        Result result = Run(
            "1000001 | Stop-NcpServerInstance -Proxy $proxy", ("proxy", "ftp://user:hidden-word@proxy:1"));

        ErrorRecord thrown = AssertRefused(result);
        Assert.DoesNotContain("hidden-word", thrown.Exception.ToString());
        // Everything that Format-List shows of an error.
        Assert.All(PSObject.AsPSObject(thrown).Properties, property => Assert.DoesNotContain("hidden-word", $"{property.Value}"));
    }

    private ErrorRecord AssertRefused(Result result)
    {
        Assert.NotNull(result.Thrown);
        Assert.StartsWith("ParameterArgumentValidationError,", result.Thrown.FullyQualifiedErrorId);
        Assert.Contains("http://proxy.example:8080", result.Thrown.Exception.Message);
        Assert.Empty(Requests());
        return result.Thrown;
    }
}
