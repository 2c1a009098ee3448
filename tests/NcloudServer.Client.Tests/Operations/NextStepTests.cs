using System;
using System.Collections.Generic;
using System.Net;
using NcloudServer.Failures;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>
/// The table of what comes next, a row a test. The columns are: why a number is pending, what the look said, and what comes next.
/// </summary>
public sealed class NextStepTests
{
    private const int MaximumRepeats = 2;

    private static readonly NcpException s_rejection = Refusal("4711", FailureKind.Rejected);
    private static readonly NcpException s_fatal =
        new NcpServiceException(NcpErrorId.NcpPermissionDenied, "no", "ask") { Kind = FailureKind.NotExecuted };

    [Theory]
    [InlineData(PendingReason.NotSent, nameof(Step.Send))]
    [InlineData(PendingReason.Failed, nameof(Step.FailAsAnswered))]
    [InlineData(PendingReason.LeftOut, nameof(Step.LookUp))]
    [InlineData(PendingReason.Rejected, nameof(Step.LookUp))]
    [InlineData(PendingReason.Busy, nameof(Step.LookUp))]
    [InlineData(PendingReason.InDoubt, nameof(Step.Pause))]
    [InlineData(PendingReason.Accepted, nameof(Step.Pause))]
    [InlineData(PendingReason.TooLarge, nameof(Step.FailAsAnswered))]
    internal void Without_a_look_the_reason_decides(PendingReason reason, string step) =>
        Assert.Equal(step, Next(new PendingState { Reason = reason }));

    [Theory]
    [InlineData(PendingReason.InDoubt)]
    [InlineData(PendingReason.Accepted)]
    [InlineData(PendingReason.Busy)]
    [InlineData(PendingReason.Rejected)]
    internal void After_a_pause_comes_a_look(PendingReason reason) =>
        Assert.Equal(nameof(Step.LookUp), Next(new PendingState { Reason = reason, HasPaused = true, IsLookedUp = true, Together = 3 }));

    [Theory]
    [InlineData(PendingReason.TooLarge, false)]
    [InlineData(PendingReason.Rejected, true)]
    [InlineData(PendingReason.Busy, true)]
    internal void Several_that_a_look_did_not_tell_apart_are_halved(PendingReason reason, bool isLookedUp) =>
        Assert.Equal(nameof(Step.SplitChange), Next(new PendingState { Reason = reason, Together = 2, IsLookedUp = isLookedUp }));

    [Fact]
    public void One_that_is_rejected_alone_after_a_look_has_its_answer() =>
        Assert.Equal(
            nameof(Step.FailAsAnswered),
            Next(new PendingState { Reason = PendingReason.Rejected, IsLookedUp = true, IsSeen = true }));

    [Fact]
    public void One_whose_state_may_have_changed_since_its_rejection_is_sent_once_more() => Assert.Equal(
        nameof(Step.Send),
        Next(new PendingState { Reason = PendingReason.Rejected, Look = LookResult.Ready, KnownAt = TimeSpan.FromSeconds(1) }));

    [Fact]
    public void One_that_was_busy_is_looked_up_after_each_rejection_and_never_sent_again_unless_it_is_busy_again()
    {
        var rejected = new PendingState { Reason = PendingReason.Rejected, BusyRounds = 1, IsLookedUp = true, IsSeen = true };

        Assert.Equal(nameof(Step.LookUp), Next(rejected));
        Assert.Equal(nameof(Step.FailAsAnswered), Next(rejected with { Look = LookResult.Ready, KnownAt = TimeSpan.FromSeconds(1) }));
        Assert.Equal(nameof(Step.Pause), Next(rejected with { Look = LookResult.Busy }));
    }

    [Fact]
    public void One_whose_look_failed_for_another_has_its_own() =>
        Assert.Equal(nameof(Step.LookUp), Next(new PendingState { Reason = PendingReason.Rejected, IsLookedUp = true }));

    [Fact]
    public void One_that_is_busy_alone_without_showing_it_pauses() =>
        Assert.Equal(nameof(Step.Pause), Next(new PendingState { Reason = PendingReason.Busy, IsLookedUp = true, IsSeen = true }));

    [Theory]
    [InlineData(PendingReason.Rejected, LookResult.Missing, nameof(Step.FailAsNotFound))]
    [InlineData(PendingReason.InDoubt, LookResult.Missing, nameof(Step.FailAsNotFound))]
    [InlineData(PendingReason.LeftOut, LookResult.Missing, nameof(Step.FailAsNotFound))]
    [InlineData(PendingReason.Accepted, LookResult.Missing, nameof(Step.Succeed))]
    [InlineData(PendingReason.Rejected, LookResult.Arrived, nameof(Step.Accept))]
    [InlineData(PendingReason.InDoubt, LookResult.Arrived, nameof(Step.Accept))]
    [InlineData(PendingReason.Accepted, LookResult.Arrived, nameof(Step.Succeed))]
    [InlineData(PendingReason.Rejected, LookResult.RuledOut, nameof(Step.FailAsRuledOut))]
    [InlineData(PendingReason.Busy, LookResult.RuledOut, nameof(Step.FailAsRuledOut))]
    [InlineData(PendingReason.LeftOut, LookResult.RuledOut, nameof(Step.FailAsRuledOut))]
    [InlineData(PendingReason.InDoubt, LookResult.RuledOut, nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.Rejected, LookResult.Busy, nameof(Step.Pause))]
    [InlineData(PendingReason.LeftOut, LookResult.Busy, nameof(Step.Pause))]
    [InlineData(PendingReason.InDoubt, LookResult.Busy, nameof(Step.Pause))]
    [InlineData(PendingReason.Rejected, LookResult.Ready, nameof(Step.FailAsAnswered))]
    [InlineData(PendingReason.Busy, LookResult.Ready, nameof(Step.Pause))]
    [InlineData(PendingReason.InDoubt, LookResult.Ready, nameof(Step.Send))]
    [InlineData(PendingReason.LeftOut, LookResult.Ready, nameof(Step.Send))]
    [InlineData(PendingReason.Accepted, LookResult.Ready, nameof(Step.Pause))]
    [InlineData(PendingReason.InDoubt, LookResult.Unreadable, nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.LeftOut, LookResult.Unreadable, nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.Rejected, LookResult.Unreadable, nameof(Step.FailAsAnswered))]
    [InlineData(PendingReason.Busy, LookResult.Unreadable, nameof(Step.Pause))]
    [InlineData(PendingReason.Accepted, LookResult.Unreadable, nameof(Step.Pause))]
    internal void After_a_look_at_one_server(PendingReason reason, LookResult look, string step) =>
        Assert.Equal(step, Next(new PendingState { Reason = reason, Look = look, TimesLeftOut = 1, IsOurs = true }));

    [Theory]
    [InlineData(LookResult.Ready, false, nameof(Step.SplitChange))]
    [InlineData(LookResult.Ready, true, nameof(Step.Send))]
    [InlineData(LookResult.Unreadable, false, nameof(Step.SplitChange))]
    internal void Several_rejected_ones_are_halved_unless_the_look_found_others_to_blame(LookResult look, bool isExplained, string step)
    {
        foreach (PendingReason reason in new[] { PendingReason.Rejected, PendingReason.Busy })
        {
            Assert.Equal(step, Next(new PendingState { Reason = reason, Look = look, Together = 3, IsExplained = isExplained }));
        }
    }

    [Theory]
    [InlineData(LookResult.Ready)]
    [InlineData(LookResult.Unreadable)]
    internal void Whoever_was_busy_is_asked_about_again_after_the_pause(LookResult look) =>
        Assert.Equal(nameof(Step.Send), Next(new PendingState { Reason = PendingReason.Busy, Look = look, HasPaused = true }));

    [Theory]
    [InlineData(PendingReason.Busy, LookResult.Busy, nameof(Step.FailAsBusy))]
    [InlineData(PendingReason.Rejected, LookResult.Busy, nameof(Step.FailAsBusy))]
    [InlineData(PendingReason.InDoubt, LookResult.Busy, nameof(Step.FailAsUnknown))]
    internal void Without_a_time_limit_a_busy_server_has_as_many_rounds_as_repeats(PendingReason reason, LookResult look, string step)
    {
        Assert.Equal(nameof(Step.Pause), Next(new PendingState { Reason = reason, Look = look, BusyRounds = MaximumRepeats - 1 }));
        Assert.Equal(step, Next(new PendingState { Reason = reason, Look = look, BusyRounds = MaximumRepeats }));
    }

    [Theory]
    [InlineData(PendingReason.Busy, LookResult.Busy, nameof(Step.Pause), nameof(Step.FailAsBusy))]
    [InlineData(PendingReason.InDoubt, LookResult.Busy, nameof(Step.Pause), nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.Accepted, LookResult.Ready, nameof(Step.Pause), nameof(Step.FailAsTimedOut))]
    [InlineData(PendingReason.Accepted, LookResult.Unreadable, nameof(Step.Pause), nameof(Step.FailAsUnwatched))]
    [InlineData(PendingReason.InDoubt, LookResult.Ready, nameof(Step.Send), nameof(Step.FailAsAnswered))]
    [InlineData(PendingReason.LeftOut, LookResult.Ready, nameof(Step.Send), nameof(Step.FailAsLeftOut))]
    internal void A_time_limit_counts_in_place_of_rounds_and_ends_everything(
        PendingReason reason, LookResult look, string before, string after)
    {
        PendingState state = new()
        {
            Reason = reason, Look = look, BusyRounds = 100, IsOurs = true, Deadline = TimeSpan.FromSeconds(10), KnownAt = TimeSpan.FromSeconds(9),
        };
        Assert.Equal(before, Next(state));
        Assert.Equal(after, Next(state with { KnownAt = TimeSpan.FromSeconds(10) }));
    }

    [Fact]
    public void Each_kind_of_repeat_has_its_own_count()
    {
        Assert.Equal(nameof(Step.Send), Next(new PendingState { Reason = PendingReason.InDoubt, Look = LookResult.Ready, BusyRounds = 9 }));
        Assert.Equal(
            nameof(Step.Send),
            Next(new PendingState { Reason = PendingReason.LeftOut, Look = LookResult.Ready, TimesLeftOut = 1, BusyRounds = 9 }));
        Assert.Equal(nameof(Step.Pause), Next(new PendingState { Reason = PendingReason.Busy, Look = LookResult.Busy, DoubtRepeats = 9 }));
        Assert.Equal(
            nameof(Step.FailAsAnswered),
            Next(new PendingState { Reason = PendingReason.InDoubt, Look = LookResult.Ready, DoubtRepeats = MaximumRepeats }));
        Assert.Equal(
            nameof(Step.FailAsLeftOut),
            Next(new PendingState { Reason = PendingReason.LeftOut, Look = LookResult.Ready, TimesLeftOut = 2 }));
    }

    [Theory]
    [InlineData(PendingReason.InDoubt, LookResult.None)]
    [InlineData(PendingReason.LeftOut, LookResult.Ready)]
    [InlineData(PendingReason.LeftOut, LookResult.Busy)]
    [InlineData(PendingReason.LeftOut, LookResult.RuledOut)]
    [InlineData(PendingReason.LeftOut, LookResult.Unreadable)]
    internal void An_action_whose_effect_cant_be_seen_ends_in_doubt_and_is_not_sent_again(PendingReason reason, LookResult look) =>
        Assert.Equal(
            nameof(Step.FailAsUnknown),
            Next(new PendingState { Reason = reason, Look = look, TimesLeftOut = 1 }, ServerAction.Interrupt));

    [Fact]
    public void A_rejection_that_the_look_repeats_is_checked_once_without_numbers()
    {
        PendingState state = new()
        {
            Reason = PendingReason.Rejected,
            Look = LookResult.Unreadable,
            Failure = s_rejection,
            LookFailure = Refusal("4711", FailureKind.Rejected),
            Together = 2,
        };
        Assert.Equal(nameof(Step.CheckRequest), Next(state));
        Assert.Equal(nameof(Step.SplitChange), Next(state with { IsRequestChecked = true }));
        Assert.Equal(nameof(Step.SplitChange), Next(state with { LookFailure = Refusal("4712", FailureKind.Rejected) }));
        Assert.Equal(nameof(Step.SplitChange), Next(state with { LookFailure = Refusal("4711", FailureKind.Indeterminate) }));
    }

    [Fact]
    public void What_can_no_longer_be_watched_was_accepted()
    {
        PendingState state = new() { Reason = PendingReason.Accepted, Look = LookResult.Unreadable, IsOurs = true };
        Assert.Equal(nameof(Step.FailAsUnwatched), Next(state with { LookFailure = s_fatal }));
        Assert.Equal(nameof(Step.FailAsUnreadable), Next(state with { LookFailure = s_fatal, IsOurs = false }));
        Assert.Equal(nameof(Step.SplitLook), Next(state with { LookFailure = s_rejection, LookedTogether = 2 }));
        Assert.Equal(nameof(Step.Pause), Next(state with { LookFailure = s_rejection, RejectedLooks = MaximumRepeats }));
        Assert.Equal(nameof(Step.FailAsUnwatched), Next(state with { LookFailure = s_rejection, RejectedLooks = MaximumRepeats + 1 }));
    }

    [Theory]
    [InlineData(PendingReason.InDoubt, 2)]
    [InlineData(PendingReason.LeftOut, 2)]
    [InlineData(PendingReason.Accepted, 2)]
    [InlineData(PendingReason.Rejected, 1)]
    internal void Whoever_needs_a_look_of_its_own_is_not_kept_from_it_by_a_neighbour(PendingReason reason, int together) => Assert.Equal(
        nameof(Step.SplitLook),
        Next(new PendingState
        {
            Reason = reason, Together = together, Look = LookResult.Unreadable, LookFailure = s_rejection, LookedTogether = 2,
        }));

    [Theory]
    [InlineData(2, nameof(Step.Send))]
    [InlineData(1, nameof(Step.FailAsAnswered))]
    public void Only_what_was_rejected_together_with_others_can_be_rejected_for_their_sake(int together, string step) => Assert.Equal(
        step,
        Next(new PendingState { Reason = PendingReason.Rejected, Look = LookResult.Ready, IsExplained = true, Together = together }));

    [Fact]
    public void What_fails_twice_although_the_servers_can_be_read_may_be_about_one_of_them()
    {
        NcpException failure = new NcpServiceException(NcpErrorId.NcpServiceUnavailable, "no", "wait")
        {
            Kind = FailureKind.Indeterminate, IsServiceCode = true,
        };
        PendingState state = new() { Reason = PendingReason.InDoubt, Look = LookResult.Ready, Failure = failure, Together = 2 };
        Assert.Equal(nameof(Step.Send), Next(state));
        Assert.Equal(nameof(Step.SplitChange), Next(state with { DoubtRepeats = 1 }));
        Assert.Equal(nameof(Step.SplitChange), Next(state with { DoubtRepeats = 9 }));
        Assert.Equal(nameof(Step.FailAsAnswered), Next(state with { DoubtRepeats = 9, Together = 1 }));
        Assert.Equal(nameof(Step.Send), Next(state with { DoubtRepeats = 1, Failure = Refusal("500", FailureKind.Indeterminate) }));
    }

    [Theory]
    [InlineData(PendingReason.InDoubt, nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.LeftOut, nameof(Step.FailAsUnknown))]
    [InlineData(PendingReason.Accepted, nameof(Step.FailAsTimedOut))]
    [InlineData(PendingReason.Rejected, nameof(Step.FailAsAnswered))]
    [InlineData(PendingReason.Busy, nameof(Step.FailAsBusy))]
    internal void Whose_time_is_over_has_no_further_request(PendingReason reason, string step) => Assert.Equal(
        step,
        Next(new PendingState { Reason = reason, Together = 2, Deadline = TimeSpan.FromSeconds(3), KnownAt = TimeSpan.FromSeconds(3) }));

    [Fact]
    public void A_restart_whose_server_does_not_tell_when_it_booted_is_not_sent_again()
    {
        Assert.Equal(
            nameof(Step.FailAsUnknown),
            Next(new PendingState { Reason = PendingReason.InDoubt, Look = LookResult.Unclear }, ServerAction.Restart));
        Assert.Equal(
            nameof(Step.FailAsUnknown),
            Next(new PendingState { Reason = PendingReason.LeftOut, Look = LookResult.Unclear }, ServerAction.Restart));
    }

    [Fact]
    public void Servers_that_are_only_read_are_looked_up_and_isolated()
    {
        PendingState state = new();
        Assert.Equal(nameof(Step.LookUp), Next(state, action: null));
        Assert.Equal(nameof(Step.Accept), Next(state with { Look = LookResult.Ready }, action: null));
        Assert.Equal(nameof(Step.FailAsNotFound), Next(state with { Look = LookResult.Missing }, action: null));
        PendingState rejected = state with { Look = LookResult.Unreadable, LookFailure = s_rejection, LookedTogether = 2 };
        Assert.Equal(nameof(Step.CheckRequest), Next(rejected, action: null));
        Assert.Equal(nameof(Step.SplitLook), Next(rejected with { IsRequestChecked = true }, action: null));
        Assert.Equal(nameof(Step.FailAsUnreadable), Next(rejected with { LookedTogether = 1 }, action: null));
        Assert.Equal(nameof(Step.FailAsUnreadable), Next(rejected with { LookFailure = s_fatal }, action: null));
    }

    [Fact]
    public void A_wait_outlasts_a_look_that_fails_for_now()
    {
        PendingState state = new()
        {
            Look = LookResult.Unreadable, LookFailure = Refusal("500", FailureKind.Indeterminate), Deadline = TimeSpan.FromSeconds(9),
        };
        Assert.Equal(nameof(Step.Pause), Next(state, action: null));
        Assert.Equal(nameof(Step.FailAsUnreadable), Next(state with { KnownAt = TimeSpan.FromSeconds(9) }, action: null));
        Assert.Equal(nameof(Step.FailAsUnreadable), Next(state with { Deadline = null }, action: null));
    }

    [Theory]
    [InlineData(PendingReason.InDoubt)]
    [InlineData(PendingReason.LeftOut)]
    internal void A_server_that_was_there_and_is_gone_is_stopped(PendingReason reason)
    {
        PendingState gone = new() { Reason = reason, Look = LookResult.Missing };
        Assert.Equal(nameof(Step.FailAsNotFound), Next(gone));
        Assert.Equal(nameof(Step.Succeed), Next(gone with { LastSeen = new ServerInstance() }));
        Assert.Equal(nameof(Step.FailAsNotFound), Next(gone with { LastSeen = new ServerInstance() }, ServerAction.Start));
    }

    [Fact]
    public void A_server_that_is_gone_has_not_started()
    {
        PendingState gone = new() { Reason = PendingReason.Accepted, Look = LookResult.Missing };
        Assert.Equal(nameof(Step.FailAsNotFound), Next(gone, ServerAction.Start));
        Assert.Equal(nameof(Step.FailAsNotFound), Next(gone, ServerAction.Restart));
    }

    [Fact]
    public void No_state_is_without_a_next_step_and_none_that_may_have_been_done_is_sent_unseen()
    {
        foreach (PendingState state in AllStates())
        {
            foreach (ServerAction action in new[] { ServerAction.Stop, ServerAction.Interrupt })
            {
                string step = Next(state, action);
                bool isSent = step is nameof(Step.Send) or nameof(Step.SplitChange);
                bool mayBeDone = state.Reason is PendingReason.InDoubt or PendingReason.LeftOut or PendingReason.Accepted;
                Assert.False(isSent && mayBeDone && (state.Look != LookResult.Ready || !action.IsObservable), $"{state}: {step}");
            }
        }
    }

    private static IEnumerable<PendingState> AllStates()
    {
        foreach (PendingReason reason in (PendingReason[])Enum.GetValues(typeof(PendingReason)))
        {
            foreach (LookResult look in (LookResult[])Enum.GetValues(typeof(LookResult)))
            {
                foreach (bool hasPaused in new[] { false, true })
                {
                    PendingState state = new() { Reason = reason, Look = look, HasPaused = hasPaused };
                    yield return state with { Together = 2, Failure = s_rejection, LookFailure = s_rejection };
                    yield return state with { IsLookedUp = true, LookFailure = s_fatal };
                }
            }
        }
    }

    private static string Next(PendingState state) => Next(state, ServerAction.Stop);

    private static string Next(PendingState state, ServerAction? action) =>
        new NextStep(action, action is null ? TargetState.Running : action.Target, MaximumRepeats).For(state).ToString();

    private static NcpServiceException Refusal(string code, FailureKind kind) =>
        new(NcpErrorId.NcpRequestRefused, "no", "read it") { Kind = kind, Code = code, StatusCode = HttpStatusCode.BadRequest };
}
