using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>Servers on which another operation runs, whether their state shows it or not: they are waited for.</summary>
public sealed class BusyServersTests : EngineTest
{
    public BusyServersTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 0, BootSeconds = 0, RebootSeconds = 0 };

    [Theory]
    [InlineData("1000050")]
    [InlineData("1000001", "1000050", "1000100")]
    public async Task Those_that_do_not_show_it_delay_no_others(params string[] busy)
    {
        foreach (string number in busy)
        {
            Service.Fleet.Set(new ServerSettings { Number = number, HiddenBusySeconds = 600 });
        }

        using RunningScript running = Session.Start("1000001..1000100 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");
        // All others come out while these are as busy as before.
        ModuleSession.WaitFor(() => running.OutputCount == 100 - busy.Length);
        foreach (string number in busy)
        {
            Service.Fleet.Set(new ServerSettings { Number = number });
        }

        Result result = await running.EndAsync();
        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 100), result.Numbers.Order());
        Assert.Equal(busy, result.Numbers.TakeLast(busy.Length).Order());
    }

    [Theory]
    [InlineData("RUN", "CHNG", "Stop-NcpServerInstance -Wait -PollingIntervalSec 1", "stopped")]
    [InlineData("CREAT", "NULL", "Stop-NcpServerInstance", "shutting down")]
    [InlineData("INIT", "NULL", "Restart-NcpServerInstance -Wait -PollingIntervalSec 1", "running")]
    [InlineData("CREAT", "NULL", "Wait-NcpServerInstance -Status Running -PollingIntervalSec 1", "running")]
    public void One_gets_what_was_requested_as_soon_as_the_other_operation_has_ended(string status, string operation, string command, string after)
    {
        // It ends with the second query: no time decides.
        var busy = new ServerSettings { Number = "1000001", Status = status, Operation = operation, StatusAfter = "RUN" };
        Service.Fleet.Set(busy);
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", After = 1, Times = 1, SetServers = [busy with { BusySeconds = 0 }],
        });

        Result result = Run($"1000001 | {command}");

        Assert.Empty(result.Errors);
        Assert.Equal([after], result.Values("StatusName"));
    }
}
