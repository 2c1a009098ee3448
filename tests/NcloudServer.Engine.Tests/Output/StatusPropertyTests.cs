using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Output;

/// <summary>Servers can be chosen, sorted and piped on by the status that the table shows.</summary>
public sealed class StatusPropertyTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void Where_Object_finds_the_running_ones()
    {
        Stop("1000001");

        Result result = Run("Get-NcpServerInstance -ServerName *-000? | Where-Object Status -eq running");

        Assert.NotEmpty(result.Numbers);
        Assert.Equal("running", result.Values("ServerInstanceStatusName").Distinct().Single());
        Assert.Equal(
            Run("(Get-NcpServerInstance -ServerName *-000?).Where({ $_.ServerInstanceStatusName -eq 'running' })").Numbers, result.Numbers);
    }

    [Fact]
    public void Objects_from_another_process_have_it_too()
    {
        Stop("1000002");

        Result result = Run(
            "$s = Get-NcpServerInstance 1000001, 1000002; "
            + "$t = [Management.Automation.PSSerializer]::Serialize($s); "
            + "[Management.Automation.PSSerializer]::Deserialize($t) | Where-Object Status -eq stopped");

        Assert.Equal(["1000002"], result.Numbers);
    }

    [Fact]
    public void A_piped_server_does_not_say_what_to_wait_for()
    {
        Stop("1000002");

        Result waiting = Run(
            "Get-NcpServerInstance 1000001, 1000002 | Wait-NcpServerInstance -Status Stopped -WaitTimeoutSec 1 -PollingIntervalSec 1");

        Assert.Equal(["1000002"], waiting.Numbers);
        Assert.Equal(["NcpWaitTimeout"], waiting.ErrorIds);
    }

    [Fact]
    public void No_parameter_takes_what_a_server_has_under_a_short_name() => Assert.Empty(Run(
        "$short = 'Id', 'Number', 'Name', 'Status', 'StatusName', 'Zone', 'Type'; "
        + "foreach ($c in Get-Command -Module NcloudServer) { foreach ($p in $c.Parameters.Values) { "
        + "if ($p.Attributes.Where({ $_.ValueFromPipelineByPropertyName }) -and (@($p.Name) + $p.Aliases).Where({ $_ -in $short })) "
        + "{ \"$c -$($p.Name)\" } } }").Output);

    private void Stop(string number) => Service.Fleet.Set(new ServerSettings { Number = number, Status = "NSTOP" });
}
