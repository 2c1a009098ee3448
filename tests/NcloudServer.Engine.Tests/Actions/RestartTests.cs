using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class RestartTests(ModuleSession session) : EngineTest(session)
{
    // No status request after the first can be read.
    private static readonly FaultRule s_unreadable =
        FaultRules.GatewayError(503, "500", "Endpoint Error") with { Action = "getServerInstanceList", After = 1 };

    [Fact]
    public void A_stopped_server_is_an_error_and_the_others_are_restarted()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result result = Run("1000001, 1000002, 1000003 | Restart-NcpServerInstance");

        Assert.Equal(["1000001", "1000003"], result.Numbers);
        Assert.Equal(
            "NcpServerInstanceStateInvalid,NcloudServer.Commands.RestartNcpServerInstanceCommand",
            Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(["1000002"], result.Targets);
    }

    [Fact]
    public void No_server_is_restarted_twice_when_the_first_response_is_lost()
    {
        Service.Times.RebootSeconds = 0;
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

    [Fact]
    public void It_is_not_over_where_only_its_response_says_that_it_began()
    {
        (Service.Policies.ActionEnd, Service.Times.RebootSeconds) = (ActionEnd.Undone, 0);

        Result result = Run("1000001 | Restart-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        Assert.Equal(["NcpWaitTimeout"], result.ErrorIds);
    }

    [Fact]
    public void A_list_that_lags_behind_it_changes_nothing()
    {
        (Service.Policies.LaggingLists, Service.Times.RebootSeconds) = (2, 0);
        DateTimeOffset before = Service.Fleet.Find("1000001")!.Uptime;

        Result result = Run("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.True((DateTimeOffset)Assert.Single(result.Output).Properties["Uptime"].Value > before);
        Assert.Equal(3, Requests("getServerInstanceList").Count);
    }

    [Theory]
    [InlineData("it was done, and the connection broke", "-MaximumRetryCount 1")]
    [InlineData("it was done, and the gateway gave up", "-MaximumRetryCount 1")]
    [InlineData("it was not done, and the connection broke", "-MaximumRetryCount 1")]
    [InlineData("it was done, and the connection broke", "-MaximumRetryCount 1 -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1")]
    public void Where_its_response_is_lost_and_another_operation_runs_its_outcome_is_unknown(string what, string parameters)
    {
        // On a connection that is kept, so that a cut is no refused connection.
        Run("1000100 | Stop-NcpServerInstance");
        Service.Times.RebootSeconds = 600;
        FaultRule lost = what switch
        {
            "it was done, and the connection broke" => FaultRules.Cut(CutPoint.AfterWork),
            "it was done, and the gateway gave up" => FaultRules.GatewayError(504, "510", "Endpoint Timeout") with { DoWork = true },
            _ => FaultRules.Cut(CutPoint.BeforeWork),
        };
        // Another operation runs when the server is looked at.
        ServerSettings other = new() { Number = "1000001", Operation = "CHNG" };
        Service.Faults.Add(lost with { Action = "rebootServerInstances", Times = 1, SetServers = [other] }, s_unreadable);

        Result result = Run($"1000001 | Restart-NcpServerInstance {parameters}");

        Assert.Empty(result.Output);
        Assert.Equal(
            "NcpOutcomeUnknown,NcloudServer.Commands.RestartNcpServerInstanceCommand",
            Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(["1000001"], result.Targets);
        Assert.Single(Requests("rebootServerInstances"));
    }
}
