using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

public sealed class WaitServerInstanceTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void It_waits_for_servers_that_another_command_has_set_in_motion()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0.5, BootSeconds = 0.5 };

        Result result = Run("""
            1000001..1000003 | Stop-NcpServerInstance | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1
            1000001..1000003 | Start-NcpServerInstance | Wait-NcpServerInstance -Status Running -PollingIntervalSec 1
            """);

        Assert.Equal(["stopped", "stopped", "stopped", "running", "running", "running"], result.Values("StatusName"));
    }

    [Fact]
    public void What_has_already_arrived_comes_out_at_once_in_one_request()
    {
        Result result = Run("1000001..1000050 | Wait-NcpServerInstance -Status Running");

        Assert.Equal(Expected.Numbers(1000001, 50), result.Numbers);
        Assert.Single(Requests());
    }

    [Fact]
    public void A_number_that_never_existed_is_an_error()
    {
        Result result = Run("99 | Wait-NcpServerInstance -Status Stopped");

        Assert.Equal(
            Expected.ErrorId("NcpServerInstanceNotFound", "WaitNcpServerInstance"), result.Errors.Single().FullyQualifiedErrorId);
    }

    [Fact]
    public void It_changes_nothing()
    {
        Result result = Run("1000001 | Wait-NcpServerInstance -Status Stopped -WaitTimeoutSec 1");

        Assert.Equal(["NcpWaitTimeout"], result.ErrorIds);
        Assert.Equal("running", Service.Fleet.Find("1000001")?.StatusName);
        Assert.All(Requests(), request => Assert.Equal("getServerInstanceList", request.Action));
    }
}
