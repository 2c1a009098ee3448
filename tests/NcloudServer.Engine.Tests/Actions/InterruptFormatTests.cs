using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>An interrupt asks for XML, which every page of it allows, and reads what comes.</summary>
/// <remarks>Page: compute-vserver-server-interruptserverinstance.</remarks>
public sealed class InterruptFormatTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void It_asks_for_XML_and_all_else_for_JSON()
    {
        Run("1000001 | Invoke-NcpServerInterrupt -Force; 1000001 | Stop-NcpServerInstance; Get-NcpServerInstance 1000001; Get-NcpRegion");

        Assert.All(Requests(), request => Assert.Contains(
            request.Action == "interruptServerInstance" ? "responseFormatType=xml" : "responseFormatType=json", request.RawTarget));
        Assert.Equal(4, Requests().Count);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void It_succeeds_where_JSON_is_refused_and_where_JSON_comes_all_the_same(bool isXmlOnly, bool isJsonAnyway)
    {
        Service.Policies = new Policies { InterruptXmlOnly = isXmlOnly, JsonEvenIfXmlAsked = isJsonAnyway };

        Result result = Run("1000001..1000003 | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002", "1000003"], result.Numbers);
        Assert.Equal(["web-0001", "app-0002", "db-0003"], result.Values("ServerName"));
        Assert.Equal("running", result.Values("ServerInstanceStatusName").Distinct().Single());
        Assert.Equal(3, Requests().Count);
    }

    [Fact]
    public void The_same_server_comes_out_in_either_format()
    {
        const string Script = "[Management.Automation.PSSerializer]::Serialize((1000099 | Invoke-NcpServerInterrupt -Force), 4)";
        string? xml = Run(Script).Output.Single().ToString();
        Session.Reset();
        Service.Policies = new Policies { JsonEvenIfXmlAsked = true };

        Assert.Equal(Run(Script).Output.Single().ToString(), xml);
    }

    [Fact]
    public void A_refusal_in_XML_names_code_and_text()
    {
        Service.Policies = new Policies { InterruptXmlOnly = true, InterruptRule = InterruptRule.WindowsOnly };

        Result result = Run("1000004, 1000006, 1999999 | Invoke-NcpServerInterrupt -Force");

        Assert.Equal(["1000006"], result.Numbers);
        Assert.Equal(["NcpRequestRefused", "NcpServerInstanceNotFound"], result.ErrorIds);
        Assert.Contains("1100007", result.Errors[0].ToString());
        Assert.Contains("does not support interrupts", result.Errors[0].ToString());
    }

    [Fact]
    public void A_refusal_of_the_gateway_in_XML_names_code_and_text()
    {
        Service.Policies = new Policies { GatewayErrorsAsXml = true };

        Result result = Run(
            "1000001 | Invoke-NcpServerInterrupt -Force -Credential $wrong",
            ("wrong", ModuleSession.CredentialOf(Service.AccessKey, "wrong")));

        Assert.Equal("NcpAuthenticationFailed", Result.IdOf(result.Thrown!));
        Assert.Contains("code 200, Authentication Failed", result.Thrown!.ToString());
    }
}
