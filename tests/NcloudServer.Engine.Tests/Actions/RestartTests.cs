using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class RestartTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void No_server_is_restarted_twice_when_the_first_response_is_lost()
    {
        // A boot within the second of the request would tell nothing.
        Service.Times.RebootSeconds = 3;
        Service.Faults.Add(FaultRules.Cut(CutPoint.AfterWork) with { Action = "rebootServerInstances", Times = 1 });

        Result result = Run("1000001, 1000002 | Restart-NcpServerInstance");

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Single(Requests("rebootServerInstances"));
    }

    [Fact]
    public void Its_end_is_recognised_by_the_time_of_the_last_boot()
    {
        Service.Times.RebootSeconds = 0.5;
        DateTimeOffset before = Service.Fleet.Find("1000001")!.Uptime;

        Result result = Run("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["running"], result.Values("StatusName"));
        Assert.True((DateTimeOffset)Assert.Single(result.Output).Properties["Uptime"].Value > before);
    }
}
