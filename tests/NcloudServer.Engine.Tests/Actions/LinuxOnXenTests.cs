using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>
/// The service documents the interrupt of servers on XEN for Windows alone. Of the simulated servers, 1000004 is Linux on XEN, 1000005 is
/// Linux on KVM, 1000006 Windows on XEN and 1000007 Windows on KVM.
/// </summary>
public sealed class LinuxOnXenTests(ModuleSession session) : EngineTest(session)
{
    private const string Servers = "Get-NcpServerInstance (1000004..1000007)";

    [Theory]
    [InlineData(Servers)]
    [InlineData(Servers + " | ForEach-Object { "
        + "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) }")]
    [InlineData(Servers + " | ForEach-Object { [pscustomobject]@{ ServerInstanceNo = $_.ServerInstanceNo; "
        + "PlatformType = \"$($_.PlatformType)\"; HypervisorType = \"$($_.HypervisorType)\" } }")]
    [InlineData(Servers + " | ForEach-Object { [pscustomobject]@{ ServerInstanceNo = $_.ServerInstanceNo; "
        + "PlatformType = [pscustomobject]@{ Code = $_.PlatformType.Code }; "
        + "HypervisorType = [pscustomobject]@{ Code = $_.HypervisorType.Code } } }")]
    public void A_warning_names_the_server_and_all_are_sent(string source)
    {
        Result result = Run($"{source} | Invoke-NcpServerInterrupt -Force");

        Assert.Matches("1000004.*Linux on XEN", Assert.Single(result.Warnings));
        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000004, 4), result.Numbers);
    }

    [Fact]
    public void A_warning_that_is_to_stop_the_command_comes_after_what_was_sent()
    {
        Service.Faults.Add(FaultRules.Latency(500));

        Result result = Run(
            "$written = @(); try { 1000005, [pscustomobject]@{ ServerInstanceNo = 1000004; PlatformType = 'LNX64'; HypervisorType = 'XEN' } | "
            + "Invoke-NcpServerInterrupt -Force -WarningAction Stop -OutVariable written } catch { 'stopped' }; $written");

        Assert.Equal(["stopped", "1000005"], result.Output.TakeLast(2).Select(item => item.Properties["Id"]?.Value ?? item.BaseObject));
        Assert.Equal(["1000005"], Requests("interruptServerInstance").SelectMany(request => request.Numbers));
    }

    [Theory]
    [InlineData("LNX32")]
    [InlineData("LNX64")]
    [InlineData("UBS64")]
    [InlineData("UBD64")]
    public void The_warning_comes_for_every_kind_of_Linux(string platform)
    {
        Result result = Run(
            """
            $row = [pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = $platform; HypervisorType = 'XEN' }
            $row | Invoke-NcpServerInterrupt -Force
            """,
            ("platform", platform));

        Assert.Single(result.Warnings);
    }

    [Theory]
    [InlineData("'1000004'")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = 'WND64'; HypervisorType = 'XEN' }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = 'LNX64'; HypervisorType = 'KVM' }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = ''; HypervisorType = $null }")]
    public void No_warning_comes_where_nothing_says_so(string source)
    {
        Result result = Run($"{source} | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Warnings);
        Assert.Equal(["1000004"], result.Numbers);
    }

    [Fact]
    public void No_warning_comes_for_what_is_declined()
    {
        Session.Console.Answer("No");

        Result result = Run($"{Servers} | Invoke-NcpServerInterrupt");

        Assert.Equal(4, Session.Console.Questions.Count);
        Assert.Empty(result.Warnings);
        Assert.Empty(Requests("interruptServerInstance"));
    }
}
