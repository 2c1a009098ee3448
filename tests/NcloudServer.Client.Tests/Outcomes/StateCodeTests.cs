namespace NcloudServer.Tests.Outcomes;

/// <summary>What the codes of states say of an action that was refused.</summary>
public sealed class StateCodeTests : ScriptedTest
{
    [Theory]
    [InlineData("Stop", "HSHTD")]
    [InlineData("Restart", "HREST")]
    [InlineData("Start", "HREST")]
    public void A_hard_shutdown_or_restart_under_way_counts_as_one(string action, string operation)
    {
        Retries = 0;

        Ending ending = Run(Options(action), "1", asked => !asked.IsLookUp ? Answer.Refused("77")
            : Answer.Servers(asked, new Seen("RUN", operation)));

        Assert.Null(ending.Error);
        Assert.Single(Changes);
    }

    [Theory]
    [InlineData("MIGRA")]
    [InlineData("COPY")]
    [InlineData("CREAT")]
    public void A_server_that_is_moved_copied_or_created_is_busy(string operation)
    {
        foreach (string action in new[] { "Stop", "Start", "Restart" })
        {
            Seen before = action == "Start" ? Seen.Stopped : Seen.Running with { Uptime = ScriptedService.At(-9000) };
            bool isAccepted = false;

            Ending ending = Run(Awaiting(Options(action)), "1", asked =>
            {
                bool isBusy = asked.Time < 30;
                isAccepted |= !asked.IsLookUp && !isBusy;
                return !asked.IsLookUp ? isBusy ? Answer.Refused("77") : Answer.Servers(asked, OnItsWay(action))
                    : Answer.Servers(asked, isBusy ? before with { Operation = operation }
                        : !isAccepted ? before
                        : action == "Stop" ? Seen.Stopped
                        : Seen.Running with { Uptime = ScriptedService.At(asked.Time) });
            });

            Assert.Null(ending.Error);
        }
    }

    /// <summary>What no look-up names can't be named: "operation NULL" is none.</summary>
    [Theory]
    [InlineData("NULL")]
    [InlineData("")]
    public void A_server_that_is_busy_with_nothing_visible_is_not_said_to_be_in_operation_NULL(string operation)
    {
        Retries = 0;

        Ending ending = Run(Stop, "1", asked => asked.IsLookUp ? Answer.Servers(asked, new Seen("RUN", operation)) : Answer.Busy());

        Assert.Equal("NcpServerInstanceBusy", ending.Error);
        Assert.DoesNotContain("NULL", ending.Text);
        Assert.DoesNotContain("operation ,", ending.Text);
    }
}
