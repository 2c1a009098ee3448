using System.Linq;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>What a server's state says about an action: the documented states and operations, a row a test.</summary>
public sealed class ServerActionTests
{
    [Theory]
    [InlineData("RUN", "NULL", LookResult.Ready)]
    [InlineData("RUN", "", LookResult.Ready)]
    [InlineData("RUN", null, LookResult.Ready)]
    [InlineData(null, null, LookResult.Ready)]
    [InlineData("NSTOP", "NULL", LookResult.Arrived)]
    [InlineData("RUN", "SHTDN", LookResult.Arrived)]
    [InlineData("NSTOP", "START", LookResult.Busy)]
    [InlineData("RUN", "RESTA", LookResult.Busy)]
    [InlineData("RUN", "CHNG", LookResult.Busy)]
    [InlineData("NSTOP", "CHNG", LookResult.Arrived)]
    [InlineData("INIT", "NULL", LookResult.Busy)]
    [InlineData("CREAT", "NULL", LookResult.Busy)]
    [InlineData("RUN", "TERMT", LookResult.RuledOut)]
    [InlineData("FSTOP", "NULL", LookResult.RuledOut)]
    [InlineData("NEWCODE", "NULL", LookResult.Ready)]
    internal void A_stop_has_arrived_at_a_server_that_is_stopped_or_shutting_down(string? status, string? operation, LookResult expected) =>
        Assert.Equal(expected, ServerAction.Stop.Evaluate(Server(status, operation), hasBooted: false));

    [Theory]
    [InlineData("shutting down", LookResult.Arrived)]
    [InlineData("shut down later", LookResult.Busy)]
    internal void A_later_code_for_a_shutdown_is_told_by_the_name_of_the_status(string statusName, LookResult expected) =>
        Assert.Equal(expected, ServerAction.Stop.Evaluate(Server("RUN", "NEWOP", statusName), hasBooted: false));

    [Theory]
    [InlineData("NSTOP", "NULL", LookResult.Ready)]
    [InlineData("RUN", "NULL", LookResult.Arrived)]
    [InlineData("RUN", null, LookResult.Arrived)]
    [InlineData("NSTOP", "START", LookResult.Arrived)]
    [InlineData("RUN", "RESTA", LookResult.Arrived)]
    [InlineData("RUN", "SHTDN", LookResult.Busy)]
    [InlineData("RUN", "CHNG", LookResult.Busy)]
    [InlineData("NSTOP", "CHNG", LookResult.Busy)]
    [InlineData("INIT", "NULL", LookResult.Busy)]
    [InlineData("CREAT", "NULL", LookResult.Busy)]
    [InlineData("NSTOP", "TERMT", LookResult.RuledOut)]
    [InlineData("FSTOP", "NULL", LookResult.RuledOut)]
    internal void A_start_has_arrived_at_a_server_that_runs_or_boots(string status, string? operation, LookResult expected) =>
        Assert.Equal(expected, ServerAction.Start.Evaluate(Server(status, operation), hasBooted: false));

    [Theory]
    [InlineData("RUN", "NULL", false, LookResult.Ready)]
    [InlineData("RUN", "NULL", true, LookResult.Arrived)]
    [InlineData("RUN", "NULL", null, LookResult.Unclear)]
    [InlineData("RUN", "RESTA", false, LookResult.Arrived)]
    [InlineData("RUN", "RESTA", null, LookResult.Arrived)]
    [InlineData("RUN", "SHTDN", null, LookResult.Busy)]
    [InlineData("NSTOP", "START", false, LookResult.Busy)]
    [InlineData("NSTOP", "NULL", false, LookResult.RuledOut)]
    [InlineData("NSTOP", "NULL", null, LookResult.RuledOut)]
    [InlineData("CREAT", "NULL", false, LookResult.Busy)]
    [InlineData("RUN", "TERMT", true, LookResult.RuledOut)]
    internal void A_restart_has_arrived_at_a_server_that_restarts_or_has_booted_since(
        string status, string operation, bool? hasBooted, LookResult expected) =>
        Assert.Equal(expected, ServerAction.Restart.Evaluate(Server(status, operation), hasBooted));

    [Theory]
    [InlineData("RUN", "NULL", LookResult.Ready)]
    [InlineData("RUN", "RESTA", LookResult.Busy)]
    [InlineData("NSTOP", "START", LookResult.Busy)]
    [InlineData("NSTOP", "NULL", LookResult.RuledOut)]
    [InlineData("INIT", "NULL", LookResult.Busy)]
    [InlineData("FSTOP", "NULL", LookResult.RuledOut)]
    internal void An_interrupt_leaves_no_trace_in_the_state(string status, string operation, LookResult expected) =>
        Assert.Equal(expected, ServerAction.Interrupt.Evaluate(Server(status, operation), hasBooted: null));

    [Fact]
    public void Only_an_interrupt_takes_one_number_and_can_not_be_seen() => Assert.Equal(
        [("startServerInstances", true, true), ("stopServerInstances", true, true), ("rebootServerInstances", true, true),
            ("interruptServerInstance", false, false)],
        new[] { ServerAction.Start, ServerAction.Stop, ServerAction.Restart, ServerAction.Interrupt }
            .Select(action => (action.Name, action.TakesMany, action.IsObservable)));

    private static ServerInstance Server(string? status, string? operation, string statusName = "") => new()
    {
        ServerInstanceStatusName = statusName,
        ServerInstanceStatus = status is null ? null : new CodeName(status),
        ServerInstanceOperation = operation is null ? null : new CodeName(operation),
    };
}
