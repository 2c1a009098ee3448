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
        // The first query showed them shutting down.
        Assert.Equal(2, Requests("getServerInstanceList").Count);
    }

    [Fact]
    public void A_thousand_servers_are_asked_about_in_ten_requests_at_a_time()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 1.2 };

        Result result = Run("1000001..1001000 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(Expected.Numbers(1000001, 1000), result.Numbers.Order());
        Assert.All(result.Values("StatusName"), status => Assert.Equal("stopped", status));
        LoggedRequest[] queries = Requests("getServerInstanceList").ToArray();
        int rounds = queries.SelectMany(query => query.Numbers).GroupBy(number => number).Max(same => same.Count());
        Assert.InRange(queries.Length, 10, 10 * rounds);
        Assert.All(queries, query => Assert.InRange(query.Numbers.Count, 1, 100));
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
    public void The_error_names_the_last_status_of_a_server_that_did_not_arrive_in_time()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 1 -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        Assert.Equal(["NcpWaitTimeout"], result.ErrorIds);
        Assert.Contains("shutting down", result.Errors[0].ToString());
    }
}
