using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>
/// Decides what comes next for a number. Nothing else does: a row for each reason why it is pending and each result of a look.
/// </summary>
/// <param name="action">The action; null where servers are only read.</param>
/// <param name="target">The state that is awaited; null where none is.</param>
/// <param name="maximumRepeats">How often something is repeated.</param>
internal sealed class NextStep(ServerAction? action, TargetState? target, int maximumRepeats)
{
    public Step For(PendingState state) => state.Look switch
    {
        LookResult.None => WithoutLook(state),
        LookResult.Unreadable => AfterFailedLook(state),
        LookResult.Missing when IsDoneByGone(state) => Step.Succeed,
        LookResult.Missing => Step.FailAsNotFound,
        LookResult.Arrived => state.Reason == PendingReason.Accepted ? Step.Succeed : Step.Accept,
        LookResult.Unclear when state.Reason is PendingReason.InDoubt or PendingReason.LeftOut => Step.FailAsUnknown,
        LookResult.RuledOut => IsUnclear(state) ? Step.FailAsUnknown : Step.FailAsRuledOut,
        LookResult.Busy when state.Reason == PendingReason.LeftOut && IsUnclearForEver => Step.FailAsUnknown,
        LookResult.Busy => PauseForBusy(state),
        _ => WhenReady(state),
    };

    private Step WithoutLook(PendingState state) => state.Reason switch
    {
        PendingReason.NotSent => action is null ? Step.LookUp : Step.Send,
        PendingReason.TooLarge when state.Together > 1 => Step.SplitChange,
        PendingReason.TooLarge or PendingReason.Failed => Step.FailAsAnswered,
        PendingReason.InDoubt when IsUnclearForEver => Step.FailAsUnknown,
        _ when state.IsOverdue => WhenOverdue(state),
        PendingReason.LeftOut => Step.LookUp,
        PendingReason.InDoubt or PendingReason.Accepted => state.HasPaused ? Step.LookUp : Step.Pause,
        _ when state.HasPaused || !state.IsLookedUp => Step.LookUp,
        _ when state.Together > 1 => Step.SplitChange,
        // The look that came before failed, maybe for another's sake.
        _ when !state.IsSeen => Step.LookUp,
        PendingReason.Busy => PauseForBusy(state),
        // What was busy before may be busy again since the look.
        PendingReason.Rejected when state.BusyRounds > 0 => Step.LookUp,
        _ => Step.FailAsAnswered,
    };

    private Step WhenReady(PendingState state) => state.Reason switch
    {
        PendingReason.NotSent => Step.Accept,
        PendingReason.LeftOut or PendingReason.InDoubt when IsUnclearForEver => Step.FailAsUnknown,
        PendingReason.LeftOut when state.TimesLeftOut > 1 || state.IsOverdue => Step.FailAsLeftOut,
        PendingReason.InDoubt when state.IsOverdue => Step.FailAsAnswered,
        PendingReason.InDoubt when state.DoubtRepeats >= maximumRepeats && !IsDivisible(state) => Step.FailAsAnswered,
        _ when state.IsOverdue => WhenOverdue(state),
        PendingReason.Accepted => Step.Pause,
        PendingReason.InDoubt when IsDivisible(state) && (state.DoubtRepeats > 0 || maximumRepeats == 0) => Step.SplitChange,
        PendingReason.LeftOut or PendingReason.InDoubt => Step.Send,
        _ when state.HasPaused || (state.IsExplained && state.Together > 1) => Step.Send,
        _ when state.Together > 1 => Step.SplitChange,
        // A second rejection comes after a look, and is final.
        PendingReason.Rejected => state is { IsLookLate: true, BusyRounds: 0 } ? Step.Send : Step.FailAsAnswered,
        _ => PauseForBusy(state),
    };

    private Step AfterFailedLook(PendingState state)
    {
        if (state.Reason == PendingReason.NotSent)
        {
            return WhenReadFails(state);
        }

        // Numbers that were rejected together can be told apart without a look. All others need a look of their own.
        bool isAlone = state.Reason is PendingReason.Accepted or PendingReason.InDoubt or PendingReason.LeftOut
            || state.HasPaused || state.Together == 1;
        if (isAlone && state is { LookFailure.MayBeAboutOneServer: true, LookedTogether: > 1, IsOverdue: false })
        {
            return Step.SplitLook;
        }

        return state.Reason switch
        {
            PendingReason.Accepted => WhenUnwatched(state),
            PendingReason.InDoubt or PendingReason.LeftOut => Step.FailAsUnknown,
            _ when state.IsOverdue => WhenOverdue(state),
            _ when state.HasPaused => Step.Send,
            _ when RequestChecks.AreAlike(state.LookFailure, state.Failure) && !state.IsRequestChecked => Step.CheckRequest,
            _ when state.Together > 1 => Step.SplitChange,
            PendingReason.Busy => PauseForBusy(state),
            _ => Step.FailAsAnswered,
        };
    }

    private static Step WhenReadFails(PendingState state)
    {
        bool mayPass = state.LookFailure is { Kind: FailureKind.Transient or FailureKind.Indeterminate };
        if (state is { LookFailure.MayBeAboutOneServer: true, LookedTogether: > 1, IsOverdue: false })
        {
            return state.IsRequestChecked || mayPass ? Step.SplitLook : Step.CheckRequest;
        }

        // Without a connection there is nothing to wait for; the service itself may recover.
        bool isConnected = state.LookFailure is not NcpConnectionException { Kind: FailureKind.Transient };
        return mayPass && isConnected && state is { Deadline: not null, IsOverdue: false } ? Step.Pause : Step.FailAsUnreadable;
    }

    private Step WhenUnwatched(PendingState state)
    {
        bool isEnd = state.IsOverdue || state.LookFailure is { IsFatal: true } || state.RejectedLooks > maximumRepeats;
        return !isEnd ? Step.Pause : state.IsOurs ? Step.FailAsUnwatched : Step.FailAsUnreadable;
    }

    /// <summary>How a number ends whose time is over.</summary>
    private static Step WhenOverdue(PendingState state) => state.Reason switch
    {
        PendingReason.Accepted => Step.FailAsTimedOut,
        PendingReason.InDoubt or PendingReason.LeftOut => Step.FailAsUnknown,
        PendingReason.Rejected when !state.HasPaused => Step.FailAsAnswered,
        _ => Step.FailAsBusy,
    };

    /// <summary>Where time is limited, until it is over; else as often as anything is repeated.</summary>
    private Step PauseForBusy(PendingState state)
    {
        bool isEnd = state.Deadline is null ? state.BusyRounds >= maximumRepeats : state.IsOverdue;
        return !isEnd ? Step.Pause : IsUnclear(state) ? Step.FailAsUnknown : Step.FailAsBusy;
    }

    // In doubt, only a server that was there before can be known to have gone.
    private bool IsDoneByGone(PendingState state) => state.Reason switch
    {
        PendingReason.Accepted => target is { IsReachedByGone: true },
        PendingReason.InDoubt or PendingReason.LeftOut => state.LastSeen is not null && action is { Target.IsReachedByGone: true },
        _ => false,
    };

    // What fails again although the servers can be read may be about one of them.
    private static bool IsDivisible(PendingState state) => state is { Together: > 1, Failure.MayBeAboutOneServer: true };

    private bool IsUnclearForEver => action is { IsObservable: false };

    private bool IsUnclear(PendingState state) =>
        state.Reason == PendingReason.InDoubt || (state.Reason == PendingReason.LeftOut && (IsUnclearForEver || state.IsAnnounced));
}
