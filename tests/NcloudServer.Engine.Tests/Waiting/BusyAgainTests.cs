using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>
/// A server whose operation ends, and whose next one begins after the look and before the request: the service refuses that with a code
/// that nobody knows.
/// </summary>
public sealed class BusyAgainTests : EngineTest
{
    public BusyAgainTests(ModuleSession session)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };
        Busy.UntilSeen(Service, looks: 1, Busy.Changing("1000001"));
        Service.Faults.Add(FaultRules.ServiceError(400, "4711", "Not now.") with
        {
            Action = "stopServerInstances", After = 1, Times = 1, SetServers = [Busy.Changing("1000001")],
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Wait -PollingIntervalSec 1")]
    public void It_is_stopped_once_when_that_one_has_ended_too(string parameters)
    {
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", AfterAction = "stopServerInstances", After = 2, Times = 1,
            SetServers = [Busy.Changing("1000001") with { BusySeconds = 0 }],
        });

        Result result = Run($"1000001 | Stop-NcpServerInstance {parameters}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(["1000001"], Requests("stopServerInstances").SelectMany(request => request.NumbersChanged));
    }

    [Fact]
    public void It_is_reported_as_busy_where_that_one_does_not_end()
    {
        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 4 -PollingIntervalSec 1");

        Assert.Equal(["NcpServerInstanceBusy"], result.ErrorIds);
        Assert.Contains("CHNG", result.Errors[0].ToString());
        Assert.Equal(2, Requests("stopServerInstances").Count);
    }
}
