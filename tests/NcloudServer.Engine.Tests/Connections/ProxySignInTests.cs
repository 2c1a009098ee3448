using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Connections;

/// <summary>Whom a command signs in as at a proxy. The simulator answers as the proxy; nobody listens at the endpoint itself.</summary>
public sealed class ProxySignInTests(ModuleSession session) : EngineTest(session)
{
    private const string Nowhere = "http://127.0.0.1:9";

    [Fact]
    public void Every_cmdlet_with_Proxy_has_both_ways_to_sign_in()
    {
        Result result = Run("Get-Command -Module NcloudServer | Where-Object { $_.Parameters.ContainsKey('Proxy') }");

        Assert.NotEmpty(result.Output);
        Assert.All(result.Output, command =>
        {
            var parameters = (Dictionary<string, ParameterMetadata>)command.Properties["Parameters"].Value;
            Assert.Contains("ProxyUseDefaultCredentials", parameters.Keys);
            Assert.Contains("ProxyCredential", parameters.Keys);
        });
    }

    [Theory]
    [InlineData("Get-NcpRegion")]
    [InlineData("Get-NcpServerInstance")]
    [InlineData("1000001 | Stop-NcpServerInstance")]
    [InlineData("1000001 | Stop-NcpServerInstance -WhatIf")]
    [InlineData("1000001 | Start-NcpServerInstance")]
    [InlineData("1000001 | Restart-NcpServerInstance")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status Running")]
    [InlineData("1000001 | Invoke-NcpServerInterrupt -Force")]
    public void Both_ways_at_once_are_refused_before_any_request(string script)
    {
        Result result = Run(
            script + " -ProxyCredential $other -ProxyUseDefaultCredentials", ("other", ModuleSession.CredentialOf("u", "p")));

        Assert.Equal("ProxyCredentialConflict", Result.IdOf(result.Thrown!));
        Assert.Matches("-ProxyCredential and -ProxyUseDefaultCredentials", $"{result.Thrown}");
        Assert.Empty(result.Output);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("-ProxyUseDefaultCredentials")]
    [InlineData("-ProxyUseDefaultCredentials:$false -ProxyCredential $other")]
    public void Either_way_reaches_the_endpoint_over_the_proxy(string parameters)
    {
        Result result = Run(
            $"1000001 | Stop-NcpServerInstance -EndpointUrl {Nowhere} -Proxy $proxy {parameters}",
            ("proxy", Service.EndpointUrl), ("other", ModuleSession.CredentialOf("u", "p")));

        Assert.Equal(["1000001"], result.Numbers);
        Assert.StartsWith(Nowhere, Assert.Single(Requests()).RawTarget, StringComparison.Ordinal);
        Assert.True(Requests()[0].SignatureValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ProxyUseDefaultCredentials")]
    public void A_proxy_that_asks_for_a_sign_in_is_an_error_that_names_both_parameters(string parameter)
    {
        Service.Faults.Add(new FaultRule
        {
            Status = 407,
            EmptyBody = true,
            Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" },
        });

        Result result = Run(
            $"1000001 | Stop-NcpServerInstance -EndpointUrl {Nowhere} -Proxy $proxy {parameter}", ("proxy", Service.EndpointUrl));

        Assert.Equal(["NcpConnectionFailed"], result.ErrorIds);
        string advice = result.Errors[0].ErrorDetails.RecommendedAction;
        Assert.Contains("-ProxyUseDefaultCredentials", advice, StringComparison.Ordinal);
        Assert.Contains("-ProxyCredential", advice, StringComparison.Ordinal);
        Assert.Single(Requests());
    }

    [Fact]
    public void Without_Proxy_it_is_the_systems_that_is_meant()
    {
        // None is set here: the request goes straight to the endpoint.
        Assert.Equal(["1000001"], Run("1000001 | Stop-NcpServerInstance -ProxyUseDefaultCredentials").Numbers);
    }

    [Theory]
    [InlineData("-Proxy http://127.0.0.1:9")]
    [InlineData("-ProxyUseDefaultCredentials")]
    [InlineData("-ProxyCredential $key")]
    public void NoProxy_excludes_the_other_parameters_of_a_proxy(string parameter)
    {
        Result result = Run($"1000001 | Stop-NcpServerInstance -NoProxy {parameter}", ("key", ModuleSession.CredentialOf("a", "b")));

        Assert.Equal("ProxyConflict", Result.IdOf(result.Thrown!));
        Assert.Empty(Requests());
    }

    [Fact]
    public void NoProxy_goes_straight_to_the_gateway() =>
        Assert.Equal(["1000001"], Run("1000001 | Stop-NcpServerInstance -NoProxy").Numbers);
}
