using NcloudServer.Failures;


namespace NcloudServer.Operations;

/// <summary>What is done next for a number.</summary>
internal enum Step
{
    /// <summary>The action is sent for it.</summary>
    Send,

    /// <summary>Its server's state is read.</summary>
    LookUp,

    /// <summary>The request that was rejected is sent again in halves.</summary>
    SplitChange,

    /// <summary>The look that was rejected is repeated in halves.</summary>
    SplitLook,

    /// <summary>One request without numbers tells whether the rejection is about the request or about a server.</summary>
    CheckRequest,

    /// <summary>A pause, and then a look.</summary>
    Pause,

    /// <summary>The server is on its way: done, or awaited from now on.</summary>
    Accept,

    /// <summary>Done.</summary>
    Succeed,

    /// <summary>It ends with what the service said of the change.</summary>
    FailAsAnswered,

    /// <summary>It ends with why its server can't be read.</summary>
    FailAsUnreadable,

    FailAsNotFound,
    FailAsRuledOut,
    FailAsBusy,
    FailAsLeftOut,
    FailAsTimedOut,

    /// <summary>It ends with "may have been carried out".</summary>
    FailAsUnknown,

    /// <summary>It ends with "was accepted, but can't be watched".</summary>
    FailAsUnwatched,
}

/// <summary>Decides what comes next for a number. Nothing else does: a row for each reason why it is pending and each result of a look.</summary>
/// <param name="action">The action; null where servers are only read.</param>
/// <param name="target">The state that is awaited; null where none is.</param>
/// <param name="maximumRepeats">How often something is repeated.</param>
internal sealed class NextStep(ServerAction? action, TargetState? target, int maximumRepeats)
{
    public Step For(PendingState state) => state.Look switch
    {
        LookResult.None => WithoutLook(state),
        LookResult.Unreadable => AfterFailedLook(state),
        LookResult.Missing when state.Reason == PendingReason.Accepted && target is { IsReachedByGone: true } => Step.Succeed,
        LookResult.Missing => Step.FailAsNotFound,
        LookResult.Arrived => state.Reason == PendingReason.Accepted ? Step.Succeed : Step.Accept,
        LookResult.RuledOut => IsUnclear(state) ? Step.FailAsUnknown : Step.FailAsRuledOut,
        LookResult.Busy when state.Reason != PendingReason.InDoubt && IsUnclear(state) => Step.FailAsUnknown,
        LookResult.Busy => PauseForBusy(state),
        _ => WhenReady(state),
    };

    private Step WithoutLook(PendingState state) => state.Reason switch
    {
        PendingReason.NotSent => action is null ? Step.LookUp : Step.Send,
        PendingReason.InDoubt when IsUnclearForEver => Step.FailAsUnknown,
        PendingReason.InDoubt or PendingReason.Accepted => state.HasPaused ? Step.LookUp : Step.Pause,
        PendingReason.TooLarge => state.Together > 1 ? Step.SplitChange : Step.FailAsAnswered,
        PendingReason.Failed => Step.FailAsAnswered,
        PendingReason.LeftOut => Step.LookUp,
        _ when state.HasPaused || !state.IsLookedUp => Step.LookUp,
        _ when state.Together > 1 => Step.SplitChange,
        PendingReason.Rejected => Step.FailAsAnswered,
        _ => PauseForBusy(state),
    };

    private Step WhenReady(PendingState state) => state.Reason switch
    {
        PendingReason.NotSent => Step.Accept,
        PendingReason.Accepted => state.IsOverdue ? Step.FailAsTimedOut : Step.Pause,
        PendingReason.LeftOut or PendingReason.InDoubt when IsUnclearForEver => Step.FailAsUnknown,
        PendingReason.LeftOut => state.TimesLeftOut > 1 || state.IsOverdue ? Step.FailAsLeftOut : Step.Send,
        PendingReason.InDoubt => state.DoubtRepeats >= maximumRepeats || state.IsOverdue ? Step.FailAsAnswered : Step.Send,
        _ when state.IsOverdue => Step.FailAsBusy,
        _ when state.HasPaused || state.IsExplained => Step.Send,
        _ when state.Together > 1 => Step.SplitChange,
        PendingReason.Rejected => Step.FailAsAnswered,
        _ => PauseForBusy(state),
    };

    private Step AfterFailedLook(PendingState state) => state.Reason switch
    {
        PendingReason.NotSent => WhenReadFails(state),
        PendingReason.Accepted => WhenUnwatched(state),
        PendingReason.InDoubt or PendingReason.LeftOut => Step.FailAsUnknown,
        _ when state.HasPaused => state.IsOverdue ? Step.FailAsBusy : Step.Send,
        _ when IsRejectedAlike(state) && !state.IsRequestChecked => Step.CheckRequest,
        _ when state.Together > 1 => Step.SplitChange,
        PendingReason.Busy => PauseForBusy(state),
        _ => Step.FailAsAnswered,
    };

    private static Step WhenReadFails(PendingState state) => state switch
    {
        { LookFailure.Kind: not FailureKind.Rejected } or { Together: 1 } => Step.FailAsUnreadable,
        { IsRequestChecked: false } => Step.CheckRequest,
        _ => Step.SplitLook,
    };

    private Step WhenUnwatched(PendingState state)
    {
        bool isRejected = state.LookFailure is { Kind: FailureKind.Rejected };
        if (isRejected && state.Together > 1)
        {
            return Step.SplitLook;
        }

        bool isEnd = state.IsOverdue || state.LookFailure is { IsFatal: true } || state.RejectedLooks > maximumRepeats;
        return !isEnd ? Step.Pause : action is null ? Step.FailAsUnreadable : Step.FailAsUnwatched;
    }

    /// <summary>Where time is limited, until it is over; else as often as anything is repeated.</summary>
    private Step PauseForBusy(PendingState state)
    {
        bool isEnd = state.Deadline is null ? state.BusyRounds >= maximumRepeats : state.IsOverdue;
        return !isEnd ? Step.Pause : state.Reason == PendingReason.InDoubt ? Step.FailAsUnknown : Step.FailAsBusy;
    }

    private bool IsUnclearForEver => action is { IsObservable: false };

    private bool IsUnclear(PendingState state) =>
        state.Reason == PendingReason.InDoubt || (state.Reason == PendingReason.LeftOut && IsUnclearForEver);

    private static bool IsRejectedAlike(PendingState state) =>
        state is { Failure: NcpServiceException change, LookFailure: NcpServiceException look }
        && look.Kind == FailureKind.Rejected && change.Code == look.Code && change.StatusCode == look.StatusCode;
}
