using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>What is said beside the servers, and where: nothing without being asked for, the work on Verbose, the wire on Debug.</summary>
public sealed class StreamsTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001..1000003 | Stop-NcpServerInstance")]
    [InlineData("1000001..1000003 | Start-NcpServerInstance")]
    [InlineData("1000001..1000003 | Restart-NcpServerInstance")]
    [InlineData("1000001..1000003 | Invoke-NcpServerInterrupt -Force")]
    [InlineData("1000001..1000003 | Get-NcpServerInstance")]
    [InlineData("1000001..1000003 | Wait-NcpServerInstance -Status running")]
    public void Only_servers_come_out_when_nothing_else_is_asked_for(string script)
    {
        Result result = Run(script);

        Assert.All(result.Output, server => Assert.Equal("NcloudServer.ServerInstance", server.BaseObject.GetType().FullName));
        Assert.Equal(["1000001", "1000002", "1000003"], result.Numbers);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.Verbose);
        Assert.Empty(result.Debug);
        Assert.Equal("", Session.Console.Text);
    }

    [Fact]
    public void Verbose_names_every_batch_with_its_size_and_its_region()
    {
        Result result = Run("1000001..1000150 | Stop-NcpServerInstance -Verbose -RegionCode KR");

        Assert.Contains("Stopping 100 server instances in region KR.", result.Verbose);
        Assert.Contains("Stopping 50 server instances in region KR.", result.Verbose);
        Assert.Empty(result.Debug);
    }

    [Fact]
    public void Verbose_says_where_the_requests_go_and_where_the_key_comes_from()
    {
        Result result = Run("1000001 | Invoke-NcpServerInterrupt -Force -Verbose");

        Assert.Single(
            result.Verbose, $"The endpoint is {Service.EndpointUrl}vserver/v2, the access key comes from -Credential.");
        Assert.Contains("Interrupting server instance 1000001 in the service's first region.", result.Verbose);
    }

    [Theory]
    [InlineData("1000001 | Stop-NcpServerInstance -RegionCode KR -Debug")]
    [InlineData("$DebugPreference = 'Continue'; 1000001 | Stop-NcpServerInstance -RegionCode KR")]
    public void Debug_shows_the_wire_address_status_size_and_the_trace_id_of_the_service(string script)
    {
        // With -Debug, the engine asks at every line.
        Session.Console.Answer("Yes");
        Result result = Run(script);

        LoggedRequest request = Assert.Single(Requests());
        string wire = string.Join('\n', result.Debug);
        Assert.Contains($"GET {Service.EndpointUrl.GetLeftPart(System.UriPartial.Authority)}{request.RawTarget}", wire);
        Assert.Contains($"x-ncp-apigw-timestamp: {request.Timestamp}", wire);
        Assert.Matches(@"HTTP 200, application/json, \d+ bytes in \d+ ms", wire);
        Assert.Contains($"x-ncp-trace-id: {request.TraceId}", wire);
    }

    [Theory]
    [InlineData("$VerbosePreference = 'Continue'; 1000001 | Stop-NcpServerInstance", true)]
    [InlineData("$VerbosePreference = 'Continue'; 1000001 | Stop-NcpServerInstance -Verbose:$false", false)]
    [InlineData("$DebugPreference = 'Continue'; 1000001 | Stop-NcpServerInstance -Debug:$false", false)]
    public void The_preferences_are_obeyed_and_a_switch_overrules_them(string script, bool speaks)
    {
        Result result = Run(script);

        Assert.Equal(speaks, result.Verbose.Concat(result.Debug).Any());
    }
}
