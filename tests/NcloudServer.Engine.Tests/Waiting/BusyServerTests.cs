using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>Waiting for a busy server, and faults meanwhile: rounds of waiting and repeats after faults are counted apart.</summary>
public sealed class BusyServerTests : EngineTest
{
    private static readonly FaultRule s_fault = FaultRules.GatewayError(503, "500", "Endpoint Error") with
    {
        Action = "stopServerInstances", Times = 1,
    };

    private static readonly FaultRule s_leftOut = FaultRules.Answer(
        200, """{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}""") with
    {
        Action = "stopServerInstances", Times = 1,
    };

    public BusyServerTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_uses_up_none_of_the_repeats_that_a_fault_may_have(bool isHidden)
    {
        // Busy for one round; the fault strikes the request that would have been accepted.
        ServerSettings server = isHidden ? Busy.Hidden("1000001") : Busy.Changing("1000001");
        Busy.Until(Service, "stopServerInstances", replies: 1, server);
        Service.Faults.Add(s_fault);

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["stopped"], result.Values("StatusName"));
        Assert.Equal([400, 503, 200], Requests("stopServerInstances").Select(request => request.Status));
    }

    [Fact]
    public void It_uses_up_none_of_the_repeats_that_a_fault_may_have_without_Wait()
    {
        // One round of waiting, and one repeat after a fault.
        Busy.UntilSeen(Service, looks: 1, Busy.Changing("1000001"));
        Service.Faults.Add(s_fault with { After = 1 });

        Result result = Run("1000001 | Stop-NcpServerInstance -MaximumRetryCount 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["shutting down"], result.Values("StatusName"));
        Assert.Equal([400, 503, 200], Requests("stopServerInstances").Select(request => request.Status));
    }

    [Fact]
    public void It_does_not_count_as_a_response_that_left_the_server_out()
    {
        Busy.UntilSeen(Service, looks: 1, Busy.Changing("1000001"));
        Service.Faults.Add(s_leftOut with { After = 1 });

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["stopped"], result.Values("StatusName"));
        Assert.Equal(3, Requests("stopServerInstances").Count);
    }

    [Fact]
    public void It_is_as_long_as_usual_after_a_fault()
    {
        Service.Faults.Add(s_fault);
        // The first look after the fault says that it is busy.
        Busy.UntilSeen(Service, looks: 1, Busy.Changing("1000001"));

        Result result = Run("1000001 | Stop-NcpServerInstance -MaximumRetryCount 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["shutting down"], result.Values("StatusName"));
    }

    [Fact]
    public void It_lasts_until_the_other_operation_has_ended()
    {
        Busy.UntilSeen(Service, looks: 2, Busy.Changing("1000001"));

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0");

        Assert.Empty(result.Errors);
        Assert.Equal(["stopped"], result.Values("StatusName"));
    }
}
