using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>How many requests it takes, and what is said of those that are repeated.</summary>
/// <remarks>Page: compute-vserver-server-stopserverinstances.</remarks>
public sealed class BatchRequestTests : OneBatchTest
{
    private static readonly BatchOptions s_stop = new() { Action = ServerAction.Stop };

    [Fact]
    public void Numbers_that_were_rejected_for_anothers_sake_are_sent_again_together()
    {
        Outcome[] outcomes = Run(s_stop, retries: 3, ["1", "2", "3"], (target, place) =>
            place == 1 ? AnsweringHandler.Refusal(400, "1")
            : IsLookUp(target) ? SeenServers(AnsweringHandler.Server("1", "RUN"), AnsweringHandler.Server("3", "RUN"))
            : AnsweringHandler.Servers(
                "stopServerInstances", AnsweringHandler.Server("1", "NSTOP"), AnsweringHandler.Server("3", "NSTOP")));

        Assert.Equal([null, NcpErrorId.NcpServerInstanceNotFound, null], outcomes.Select(outcome => outcome.Failure?.Id));
        Assert.Equal(3, Requests.Count);
        Assert.Contains("Stopping 3 server instances in region KR.", Log);
        Assert.Contains("Sending stopServerInstances again for 2 server instances.", Log);
        Assert.DoesNotContain(Log, line => line.Contains("also names servers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_server_whose_state_the_service_refuses_to_show_is_awaited_no_longer_than_for_the_repeats(int retries)
    {
        Outcome outcome = Run(StoppingWithin(seconds: 600, polling: 5), retries, ["1"], (target, _) => IsLookUp(target)
            ? AnsweringHandler.Refusal(400, "1")
            : AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN"))).Single();

        Assert.Equal(NcpErrorId.NcpOutcomeUnknown, outcome.Failure?.Id);
        Assert.Equal(1 + 1 + retries, Requests.Count);
    }

    [Fact]
    public void A_server_whose_state_can_not_be_read_for_a_while_is_awaited_on()
    {
        Outcome outcome = Run(StoppingWithin(seconds: 600, polling: 5), retries: 0, ["1"], (target, place) => !IsLookUp(target)
            ? AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN"))
            : place < 5 ? AnsweringHandler.Response(504, string.Empty) : Seen("NSTOP")).Single();

        Assert.Null(outcome.Failure);
        Assert.Equal(5, Requests.Count);
    }

    [Fact]
    public void What_is_rejected_for_its_region_is_told_once_for_all_batches()
    {
        BatchOptions options = s_stop with { BatchSize = 2 };

        Run(options, retries: 3, ["1", "2", "3", "4"], (_, _) => AnsweringHandler.Refusal(400, "1100000"));

        // A look-up, and then the question whether the rejection is about the request.
        Assert.Equal(3, Requests.Count);
        Assert.Equal(1, Log.Count(line => line.Contains("Looking up", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0.8, 2)]
    [InlineData(0.9, 4)]
    public void A_rejection_that_the_look_up_does_not_explain_is_final_unless_the_look_up_came_late(double lookUpSeconds, int expectedRequests)
    {
        Now = TimeSpan.FromSeconds(100);

        Outcome outcome = Run(s_stop, retries: 3, ["1"], (target, place) =>
        {
            Now += place == 2 ? TimeSpan.FromSeconds(lookUpSeconds) : TimeSpan.Zero;
            return IsLookUp(target) ? Seen("RUN") : AnsweringHandler.Refusal(400, "1");
        }).Single();

        Assert.Equal(NcpErrorId.NcpRequestRefused, outcome.Failure?.Id);
        Assert.Equal(expectedRequests, Requests.Count);
    }

    [Fact]
    public void That_a_rejection_is_about_its_servers_is_checked_once_for_all_batches()
    {
        Run(s_stop with { BatchSize = 1 }, retries: 3, ["1", "2"], (target, _) =>
            target.Contains("List.", StringComparison.Ordinal) ? AnsweringHandler.Refusal(400, "1100000") : SeenServers());

        Assert.Equal(3 + 2, Requests.Count);
    }

    [Fact]
    public void A_look_up_that_fails_is_not_repeated_beyond_the_time_of_the_number_whose_time_is_over_first()
    {
        Run(StoppingWithin(seconds: 10, polling: 4) with { BatchSize = 1 }, retries: 3, ["1", "2"], (target, place) =>
        {
            Now += place == 1 ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
            string number = target.Contains("List.1=1", StringComparison.Ordinal) ? "1" : "2";
            return !IsLookUp(target) ? AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server(number, "RUN", "SHTDN"))
                : Now < TimeSpan.FromSeconds(10)
                    ? SeenServers(AnsweringHandler.Server("1", "RUN", "SHTDN"), AnsweringHandler.Server("2", "RUN", "SHTDN"))
                : AnsweringHandler.Response(504, string.Empty);
        });

        Assert.Equal([4, 3, 3], Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public void Halves_of_a_look_up_are_told_with_the_reason_why_the_look_up_failed()
    {
        Run(s_stop, retries: 0, ["1", "2"], (target, _) =>
            IsLookUp(target) ? AnsweringHandler.Refusal(400, "4711") : AnsweringHandler.Response(504, string.Empty));

        Assert.Contains(Log, line => line.StartsWith("Halving 2 server instances. ", StringComparison.Ordinal)
            && line.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_can_not_be_looked_up_are_told_apart_before_each_is_looked_up()
    {
        Run(s_stop, retries: 2, ["1", "2", "3", "4"], (target, _) =>
            AnsweringHandler.Refusal(400, IsLookUp(target) ? "4711" : "1"));

        Assert.Equal("4 look 2 2 1 1 1 1 look look look look look look look", Sizes);
        Assert.Contains(Log, line => line.StartsWith("The state of 4 server instances can't be read. ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_needs_no_change_is_told_with_its_status()
    {
        Run(s_stop, retries: 3, ["1"], (target, _) => IsLookUp(target) ? Seen("NSTOP") : AnsweringHandler.Refusal(400, "1"));

        Assert.Contains("Server instance 1 is NSTOP.", Log);
    }

    [Fact]
    public void Servers_that_are_only_read_are_not_told_one_by_one()
    {
        Run(new BatchOptions(), retries: 3, ["1"], (_, _) => Seen("NSTOP"));

        Assert.DoesNotContain(Log, line => line.StartsWith("Server instance", StringComparison.Ordinal));
    }
}
