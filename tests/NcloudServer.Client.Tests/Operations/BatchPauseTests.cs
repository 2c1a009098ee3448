using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>How long servers pause before the next look-up at them, and what is said of it.</summary>
public sealed class BatchPauseTests : OneBatchTest
{
    [Theory]
    [InlineData(60.0, 1.0, 2.0, 4.0)]
    [InlineData(3.0, 1.0, 2.0, 3.0)]
    [InlineData(0.5, 0.5, 0.5, 0.5)]
    public void A_busy_server_that_is_awaited_is_looked_at_after_the_back_off_but_no_later_than_at_an_interval(
        double polling, params double[] expected)
    {
        Outcome outcome = Run(StoppingWithin(seconds: 600, polling), retries: 3, ["1"], BusyFor(lookUps: 3)).Single();

        Assert.Null(outcome.Failure);
        Assert.Equal(expected, Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public void Pauses_for_a_busy_server_are_counted_where_they_are_bounded()
    {
        Run(new BatchOptions { Action = ServerAction.Stop }, retries: 3, ["1"], BusyFor(lookUps: 2));

        Assert.Equal(
            [
                "Another operation is under way on server instance 1; looking again in 1.0 s (1 of 3).",
                "Another operation is under way on server instance 1; looking again in 2.0 s (2 of 3).",
            ],
            SaidOfPauses());
    }

    [Fact]
    public void Pauses_for_a_busy_server_are_not_counted_where_the_time_bounds_them()
    {
        Run(StoppingWithin(seconds: 600, polling: 5), retries: 3, ["1"], BusyFor(lookUps: 1));

        Assert.Equal(["Another operation is under way on server instance 1; looking again in 1.0 s."], SaidOfPauses());
    }

    [Fact]
    public void A_pause_in_doubt_says_what_is_not_known()
    {
        Run(
            new BatchOptions { Action = ServerAction.Stop },
            retries: 3,
            ["1"],
            (target, _) => IsLookUp(target) ? Seen("NSTOP") : AnsweringHandler.Response(504, string.Empty));

        Assert.EndsWith(
            "It is not known whether stopServerInstances was carried out; looking up server instance 1 in 1.0 s.",
            Assert.Single(SaidOfPauses()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_server_is_awaited_it_is_told_how_many_are_and_in_which_state()
    {
        Run(
            StoppingWithin(seconds: 12, polling: 5),
            retries: 3,
            ["1"],
            (target, _) => IsLookUp(target)
                ? Seen("RUN", "SHTDN")
                : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN")));

        Assert.Equal([5, 5, 2], Pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal(Enumerable.Repeat(new WaitProgress(1, "RUN"), 3), Waiting);
    }

    /// <summary>The service refuses to stop the server while other look-ups show an operation.</summary>
    private static Func<string, int, HttpResponseMessage> BusyFor(int lookUps) => (target, place) =>
        place == 1 ? AnsweringHandler.Refusal(400, "1")
        : IsLookUp(target) ? Seen("RUN", place <= lookUps + 1 ? "CHNG" : "NULL")
        : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "NSTOP"));

    private string[] SaidOfPauses() => Log.Where(line => line.Contains("looking ", StringComparison.Ordinal)).ToArray();
}
