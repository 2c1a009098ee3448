using NcloudServer.Operations;

namespace NcloudServer.Tests.Operations;

/// <summary>When a server that is waited for has arrived.</summary>
/// <remarks>Page: common-vapidatatype-fabricclusterserverinstance.</remarks>
public sealed class TargetStateTests
{
    [Theory]
    [InlineData("NSTOP", "NULL", true)]
    [InlineData("NSTOP", "", true)]
    [InlineData("NSTOP", null, true)]
    [InlineData("NSTOP", "CHNG", false)]
    [InlineData("RUN", "SHTDN", false)]
    [InlineData("RUN", "NULL", false)]
    [InlineData(null, null, false)]
    public void A_server_is_stopped_when_no_operation_runs_on_it_any_more(string? status, string? operation, bool expected) =>
        Assert.Equal(expected, TargetState.Stopped.IsReached(State(status, operation), hasBooted: false));

    [Theory]
    [InlineData("RUN", "NULL", true)]
    [InlineData("RUN", null, true)]
    [InlineData("RUN", "RESTA", false)]
    [InlineData("NSTOP", "START", false)]
    [InlineData("NSTOP", "NULL", false)]
    public void A_server_runs_when_no_operation_runs_on_it_any_more(string status, string? operation, bool expected) =>
        Assert.Equal(expected, TargetState.Running.IsReached(State(status, operation), hasBooted: false));

    [Theory]
    [InlineData("RUN", "NULL", true, true)]
    [InlineData("RUN", "NULL", false, false)]
    [InlineData("RUN", "RESTA", true, false)]
    [InlineData("NSTOP", "NULL", true, false)]
    public void A_server_runs_again_only_after_a_boot(string status, string operation, bool hasBooted, bool expected) =>
        Assert.Equal(expected, TargetState.Restarted.IsReached(State(status, operation), hasBooted));

    [Fact]
    public void Only_a_server_that_was_to_stop_has_arrived_when_it_is_gone() => Assert.Equal(
        (true, false, false),
        (TargetState.Stopped.IsReachedByGone, TargetState.Running.IsReachedByGone, TargetState.Restarted.IsReachedByGone));

    private static ServerState State(string? status, string? operation) => ServerState.Of(new ServerInstance
    {
        ServerInstanceStatus = status is null ? null : new CodeName(status),
        ServerInstanceOperation = operation is null ? null : new CodeName(operation),
    });
}
