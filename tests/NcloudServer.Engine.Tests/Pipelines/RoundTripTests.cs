using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

public sealed class RoundTripTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void Find_stop_wait_start_and_wait_is_one_pipeline_for_500_servers_of_two_regions()
    {
        Service.Fleet.Fill([RegionSeed.For("KR", 1250, 0), RegionSeed.For("JPN", 1250, 1)]);
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0.2, BootSeconds = 0.2 };

        Result result = Run(
            """
            'KR', 'JPN' | ForEach-Object { Get-NcpServerInstance -RegionCode $_ -ServerName 'web-*' -Status running } |
                Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Start-NcpServerInstance -Wait -PollingIntervalSec 1
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(500, result.Numbers.Distinct().Count());
        Assert.Equal(500, result.Output.Count);
        Assert.All(result.Values("StatusName"), status => Assert.Equal("running", status));
        Assert.Equal(250, result.Values("RegionCode").Count(region => region == "JPN"));
        Assert.Equal(1000, Requests().Sum(request => request.NumbersChanged.Count));
    }

    [Fact]
    public void The_first_servers_are_started_while_the_last_still_stop()
    {
        // The last server never stops.
        Service.Times.ShutdownSeconds = 0;
        Service.Fleet.Set(new ServerSettings { Number = "1000003", Status = "RUN", Operation = "SHTDN", BusySeconds = 600 });

        using RunningScript running = Session.Start(
            "1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Start-NcpServerInstance -BatchSize 1");

        ModuleSession.WaitFor(() => Requests("startServerInstances").Count == 2);
        Assert.Equal(["1000001", "1000002"], Requests("startServerInstances").SelectMany(request => request.Numbers).Order());
        Assert.Equal("shutting down", Service.Fleet.Find("1000003")?.StatusName);
        running.Stop();
    }

    [Fact]
    public void What_one_cmdlet_writes_every_other_one_takes()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0, BootSeconds = 0, RebootSeconds = 0 };

        Result result = Run(
            """
            Get-NcpServerInstance 1000006, 1000007 | Stop-NcpServerInstance | Wait-NcpServerInstance -Status stopped |
                Start-NcpServerInstance | Get-NcpServerInstance | Restart-NcpServerInstance | Wait-NcpServerInstance -Status running |
                Invoke-NcpServerInterrupt -Force
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006", "1000007"], result.Numbers);
        Assert.Equal(1, Service.Fleet.Find("1000006")?.InterruptCount);
    }
}
