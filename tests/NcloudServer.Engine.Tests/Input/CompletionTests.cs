using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Input;

/// <summary>What Tab offers. Nothing is asked of the service for it: what this PowerShell has seen, and what is known anyway.</summary>
/// <remarks>Sessions share what was seen lately: lists that other tests read would push these servers out.</remarks>
[Collection(ProcessEnvironment.Name)]
public sealed class CompletionTests(ModuleSession session) : EngineTest(session)
{
    private static readonly string[] s_gateways =
        ["https://ncloud.apigw.ntruss.com", "https://ncloud.apigw.gov-ntruss.com", "https://fin-ncloud.apigw.fin-ntruss.com"];

    [Theory]
    [MemberData(nameof(NumberCommands.Names), MemberType = typeof(NumberCommands))]
    public void Numbers_that_this_PowerShell_has_seen_are_offered_with_name_and_status(string command)
    {
        See();

        Result result = Complete($"{command} -ServerInstanceNo 7000");

        Assert.Equal(["7000001", "7000002"], result.Values("CompletionText"));
        Assert.Equal(["seen-only-here, running", "seen too, running"], result.Values("ToolTip"));
    }

    [Fact]
    public void Names_that_this_PowerShell_has_seen_are_offered_in_quotes_where_they_need_them()
    {
        See();

        Result result = Complete("Get-NcpServerInstance -ServerName seen");

        Assert.Equal(["seen-only-here", "'seen too'"], result.Values("CompletionText"));
        Assert.Equal(["7000001 running", "7000002 running"], result.Values("ToolTip"));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance seen", "7000001", "7000002")]
    [InlineData("Stop-NcpServerInstance SEEN-only*", "7000001")]
    [InlineData("Stop-NcpServerInstance 'seen t", "7000002")]
    [InlineData("Invoke-NcpServerInterrupt -ServerInstanceNo seen-", "7000001")]
    [InlineData("Stop-NcpServerInstance seen-nowhere", "seen-nowhere")]
    [InlineData("Get-NcpServerInstance -Name seen-", "seen-only-here")]
    [InlineData("Get-NcpServerInstance -VpcNo 770", "77001")]
    [InlineData("Get-NcpServerInstance -IpAddress 203.0.113.", "203.0.113.77")]
    [InlineData("Get-NcpServerInstance -IpAddress 10.255.", "10.255.")]
    [InlineData("Get-NcpServerInstance -VpcNo x", "x")]
    public void Numbers_are_found_by_name_and_VPCs_and_addresses_are_those_that_were_seen(string line, params string[] offered)
    {
        See();

        Assert.Equal(offered, Complete(line).Values("CompletionText"));
    }

    [Fact]
    public void The_servers_that_were_seen_last_are_offered_however_many_were_seen_before()
    {
        Service.Fleet.Fill([new RegionSeed("KR", "Korea", 1_000_001, 5_001)]);
        Run("Get-NcpServerInstance");
        See();

        Assert.Equal(["7000001", "7000002"], Complete("Stop-NcpServerInstance 7000").Values("CompletionText"));
    }

    [Theory]
    [InlineData("Get-NcpServerInstance -RegionCode K", "KR", "KRS")]
    [InlineData("Stop-NcpServerInstance -Region K", "KR", "KRS")]
    [InlineData("Wait-NcpServerInstance -RegionCode K", "KR", "KRS")]
    [InlineData("Get-NcpRegion k", "KR", "KRS")]
    [InlineData("Get-NcpServerInstance -RegionCode SG", "SGN")]
    [InlineData("Get-NcpServerInstance -Status shut", "'shutting down'")]
    [InlineData("Get-NcpServerInstance -Status 'Shut", "'shutting down'")]
    [InlineData("Get-NcpServerInstance -Status r", "running", "rebooting", "repairing")]
    [InlineData("Wait-NcpServerInstance -Status St", "Stopped")]
    [InlineData("Wait-NcpServerInstance -Status ", "Running", "Stopped")]
    [InlineData("Stop-NcpServerInstance -ApiUrl gov", "https://ncloud.apigw.gov-ntruss.com")]
    [InlineData("Stop-NcpServerInstance -ApiUrl fin", "https://fin-ncloud.apigw.fin-ntruss.com")]
    [InlineData("Stop-NcpServerInstance -ApiUrl pub", "https://ncloud.apigw.ntruss.com")]
    [InlineData("Stop-NcpServerInstance -ApiUrl https://fin", "https://fin-ncloud.apigw.fin-ntruss.com")]
    // Nothing else: the engine would offer the files of the folder.
    [InlineData("Get-NcpServerInstance -RegionCode nowhere", "nowhere")]
    public void Known_regions_statuses_and_gateways_are_offered(string line, params string[] offered) =>
        Assert.Equal(offered, Complete(line).Values("CompletionText"));

    [Theory]
    [MemberData(nameof(NumberCommands.Names), MemberType = typeof(NumberCommands))]
    public void Known_regions_are_offered_to_all_that_take_numbers(string command) =>
        Assert.Equal(["KR", "KRS"], Complete($"{command} -RegionCode K").Values("CompletionText"));

    [Fact]
    public void A_region_that_was_fetched_is_offered_with_its_name()
    {
        Service.Fleet.Fill([RegionSeed.For("KR", 1, 0), new RegionSeed("TOMORROW", "Of tomorrow", 8_000_001, 1)]);
        Run("Get-NcpRegion");

        Result result = Complete("Stop-NcpServerInstance -RegionCode tom");

        Assert.Equal(["TOMORROW"], result.Values("CompletionText"));
        Assert.Equal(["Of tomorrow"], result.Values("ToolTip"));
    }

    [Theory]
    [MemberData(nameof(NumberCommands.Names), MemberType = typeof(NumberCommands))]
    [InlineData("Get-NcpRegion")]
    [InlineData("Set-NcpProfile")]
    public void The_gateways_of_the_three_sites_are_offered_to(string command)
    {
        Result result = Complete($"{command} -EndpointUrl ");

        Assert.Equal(s_gateways, result.Values("CompletionText"));
        Assert.Equal(
            ["The public site's gateway", "The government site's gateway", "The financial site's gateway"], result.Values("ToolTip"));
    }

    [Fact]
    public void Every_completer_answers_without_credentials_while_the_endpoint_is_dead()
    {
        See();
        string[] lines =
        [
            "Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -ServerInstanceNo 7",
            "Get-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -ServerName seen",
            "Get-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -RegionCode ",
            "Get-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Status ",
            "Get-NcpRegion -EndpointUrl ",
        ];
        foreach (string line in lines)
        {
            Result result = Run(
                "$PSDefaultParameterValues = @{ '*:EndpointUrl' = 'http://127.0.0.1:9' }\n"
                + "(TabExpansion2 $line $line.Length).CompletionMatches",
                ("line", line));

            Assert.NotEmpty(result.Output);
            Assert.Empty(result.Errors);
        }

        Assert.Empty(Requests());
    }

    private void See()
    {
        // Numbers of no other test: what was seen belongs to the whole process.
        Service.Fleet.Set(new ServerSettings { Number = "7000001", Name = "seen-only-here", VpcNo = "77001", PublicIp = "203.0.113.77" });
        Service.Fleet.Set(new ServerSettings { Number = "7000002", Name = "seen too" });
        Run("Get-NcpServerInstance 7000001, 7000002");
        Service.Log.Clear();
    }

    private Result Complete(string line)
    {
        Result result = Run("(TabExpansion2 $line $line.Length).CompletionMatches", ("line", line));
        Assert.Empty(result.Errors);
        return result;
    }
}
