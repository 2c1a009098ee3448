using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>A server that is being created when the command begins.</summary>
public abstract class CreationTests : EngineTest
{
    protected CreationTests(ModuleSession session, string status)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0, BootSeconds = 0, RebootSeconds = 0 };
        Busy.UntilSeen(Service, looks: 1, new ServerSettings { Number = "1000001", Status = status, StatusAfter = "RUN" });
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance", "shutting down")]
    [InlineData("Stop-NcpServerInstance -Wait -PollingIntervalSec 1", "stopped")]
    [InlineData("Restart-NcpServerInstance", "rebooting")]
    [InlineData("Restart-NcpServerInstance -Wait -PollingIntervalSec 1", "running")]
    [InlineData("Start-NcpServerInstance -Wait -PollingIntervalSec 1", "running")]
    [InlineData("Wait-NcpServerInstance -Status Running -PollingIntervalSec 1", "running")]
    public void It_gets_what_was_requested_as_soon_as_it_exists(string command, string status)
    {
        Result result = Run($"1000001 | {command}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal([status], result.Values("StatusName"));
    }

    [Fact]
    public void It_is_restarted_and_its_first_boot_does_not_count_as_one()
    {
        Run("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["1000001"], Requests("rebootServerInstances").SelectMany(request => request.NumbersChanged));
    }

    [Fact]
    public void It_is_interrupted_as_soon_as_it_exists_and_once()
    {
        Result result = Run("1000001 | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(1, Service.Fleet.Find("1000001")?.InterruptCount);
    }

    [Fact]
    public void It_is_reported_as_busy_where_nothing_is_to_be_repeated()
    {
        Service.Faults.Clear();

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0");

        Assert.Equal(["1000002"], result.Numbers);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(Expected.ErrorId("NcpServerInstanceBusy", "StopNcpServerInstance"), error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
        Assert.Equal("1000001", error.TargetObject);
    }
}
