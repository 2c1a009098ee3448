using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

public sealed class ArrivalTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void A_server_comes_out_when_it_has_stopped_and_not_while_it_shuts_down()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", Times = 1,
            SetServers = Expected.Numbers(1000001, 5)
                .Select(number => new ServerSettings { Number = number, Operation = "SHTDN", BusySeconds = 0 }).ToList(),
        });

        Result result = Run("1000001..1000005 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(Expected.Numbers(1000001, 5), result.Numbers.Order());
        Assert.All(result.Values("StatusName"), status => Assert.Equal("stopped", status));
        // The first look showed them shutting down.
        Assert.Equal(2, Requests("getServerInstanceList").Count);
    }

    [Fact]
    public void A_thousand_servers_are_asked_about_in_ten_requests_at_a_time()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 1.2 };

        Result result = Run("1000001..1001000 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(Expected.Numbers(1000001, 1000), result.Numbers.Order());
        Assert.All(result.Values("StatusName"), status => Assert.Equal("stopped", status));
        LoggedRequest[] looks = Requests("getServerInstanceList").ToArray();
        int rounds = looks.SelectMany(look => look.Numbers).GroupBy(number => number).Max(looksAtOne => looksAtOne.Count());
        Assert.InRange(looks.Length, 10, 10 * rounds);
        Assert.All(looks, look => Assert.InRange(look.Numbers.Count, 1, 100));
    }

    [Fact]
    public void Each_server_comes_out_as_it_arrives_while_others_are_still_awaited()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "SHTDN" });
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        using RunningScript running = Session.Start("1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -BatchSize 1");
        ModuleSession.WaitFor(() => running.OutputCount == 1);

        Assert.False(running.IsCompleted);
        Assert.Equal(["1000002"], running.Stop().Numbers);
    }

    [Fact]
    public void Status_requests_that_fail_do_not_end_the_wait()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };
        Service.Faults.Add(FaultRules.Cut(CutPoint.BeforeWork) with { Action = "getServerInstanceList", Times = 2 });

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0");

        Assert.Equal(["stopped"], result.Values("StatusName"));
        Assert.Equal(3, Requests("getServerInstanceList").Count);
    }
}
