using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>Servers that boot when the command begins.</summary>
public sealed class BootingServerTests : EngineTest
{
    private static readonly ServerSettings s_booting = new() { Number = "1000001", Status = "NSTOP", Operation = "START" };

    public BootingServerTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 0, RebootSeconds = 0 };

    [Theory]
    [InlineData(RefusalPolicy.RefuseBatch, "")]
    [InlineData(RefusalPolicy.LeaveOut, "")]
    [InlineData(RefusalPolicy.RefuseBatch, "-Wait -PollingIntervalSec 1")]
    [InlineData(RefusalPolicy.LeaveOut, "-Wait -PollingIntervalSec 1")]
    public void One_is_restarted_once_it_runs_and_its_first_boot_does_not_count(RefusalPolicy busy, string parameters)
    {
        Service.Policies = new Policies { BusyServer = busy };
        Busy.UntilSeen(Service, looks: 1, s_booting);

        Result result = Run($"1000001 | Restart-NcpServerInstance {parameters}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(["1000001"], Requests("rebootServerInstances").SelectMany(request => request.NumbersChanged));
    }

    [Fact]
    public void One_is_stopped_once_it_runs()
    {
        Busy.UntilSeen(Service, looks: 1, s_booting);

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["stopped"], result.Values("StatusName"));
    }

    [Fact]
    public void One_is_not_restarted_a_second_time_where_another_restart_is_under_way()
    {
        Busy.UntilSeen(Service, looks: 1, new ServerSettings { Number = "1000001", Operation = "RESTA" });

        Result result = Run("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["running"], result.Values("StatusName"));
        Assert.Empty(Requests("rebootServerInstances").SelectMany(request => request.NumbersChanged));
    }
}
