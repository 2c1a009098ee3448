using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>All that the table of the next steps looks at.</summary>
/// <param name="Reason">Why the number is pending.</param>
/// <param name="Result">What the latest look-up says.</param>
/// <param name="IsObservable">Whether the action's effect can be seen in the server's state.</param>
/// <param name="IsAlone">Whether the action was sent for this number alone.</param>
/// <param name="IsAfterLookUp">Whether a look-up came before the action was sent.</param>
/// <param name="IsExplained">Whether the look-up shows others of the same request that explain why it was rejected.</param>
/// <param name="IsAfterPause">Whether the latest look-up came after a pause.</param>
/// <param name="IsLookUpDivisible">Whether the look-up that failed may succeed in parts.</param>
/// <param name="IsChangeDivisible">Whether the action that failed may succeed in parts.</param>
/// <param name="IsRegionInQuestion">Whether the region as such may be what is rejected.</param>
/// <param name="MayPause">Whether a pause for another operation is left: time, or where that has no limit, a repeat.</param>
/// <param name="IsAskedToWait">Whether the service asks to leave the server alone for some time.</param>
/// <param name="MayRepeat">Whether a request in doubt may be sent again.</param>
/// <param name="HasRepeated">Whether one was, or may not be: if it fails again, it may be about one of its servers.</param>
/// <param name="MayReadLater">Whether a failed look-up may succeed later, and time is given for that.</param>
/// <param name="IsUnwatchable">Whether look-ups of an awaited server can't succeed any more.</param>
/// <param name="IsGoneFine">Whether a server that is gone is where it should be.</param>
/// <param name="IsCut">Whether the response that left the server out announced more servers than it named.</param>
/// <param name="IsLeftOutAgain">Whether the service left the server out of its response twice.</param>
/// <param name="MayHavePassed">Whether what the rejection was for may have passed by the time of the look-up, which came late.</param>
/// <param name="HasBeenBusy">Whether pauses were made for another operation.</param>
internal readonly record struct Situation(
    PendingReason Reason, LookUpResult Result, bool IsObservable, bool IsAlone, bool IsAfterLookUp, bool IsExplained, bool IsAfterPause,
    bool IsLookUpDivisible, bool IsChangeDivisible, bool IsRegionInQuestion, bool MayPause, bool IsAskedToWait, bool MayRepeat,
    bool HasRepeated, bool MayReadLater, bool IsUnwatchable, bool IsGoneFine, bool IsCut, bool IsLeftOutAgain, bool MayHavePassed,
    bool HasBeenBusy)
{
    public static Situation Of(PendingServer server, BatchOptions options, RegionMemory regions, int maximumRepeats)
    {
        ServerRequest? change = server.Change;
        ServerRequest? lookUp = server.LookUp;
        NcpException? lookUpFailure = lookUp?.Failure;
        bool mayPass = lookUpFailure is { Kind: FailureKind.Transient or FailureKind.Indeterminate or FailureKind.Busy };
        bool isQuestioned = server.Reason == PendingReason.Unread || RegionMemory.AreAlike(lookUpFailure, change?.Failure);
        return new Situation(
            server.Reason,
            server.Result,
            IsObservable: options.Action is { IsObservable: true },
            IsAlone: change is { IsAlone: true },
            IsAfterLookUp: change is { IsAfterLookUp: true },
            IsExplained: change is { IsExplained: true },
            IsAfterPause: lookUp is { IsAfterPause: true },
            IsLookUpDivisible: lookUp is { IsDivisible: true },
            IsChangeDivisible: change is { IsDivisible: true },
            IsRegionInQuestion: isQuestioned && regions.IsInQuestion(server.RegionCode, lookUpFailure),
            MayPause: options.IsWaiting || server.BusyRounds < maximumRepeats,
            IsAskedToWait: change is { Failure.RetryAfter: not null },
            MayRepeat: server.DoubtRepeats < maximumRepeats,
            HasRepeated: server.DoubtRepeats > 0 || maximumRepeats == 0,
            // Without a connection there is nothing to wait for; the service itself may recover.
            MayReadLater: options.IsWaiting && mayPass && lookUpFailure is not NcpConnectionException { Kind: FailureKind.Transient },
            IsUnwatchable: lookUpFailure is { IsFatal: true } || server.RejectedLookUps > maximumRepeats,
            IsGoneFine: server.LastSeen is not null && GoneTarget(server, options) is { IsReachedByGone: true },
            IsCut: change is { IsCut: true },
            IsLeftOutAgain: server.TimesLeftOut > 1,
            MayHavePassed: change is { IsAfterLookUp: false } && server.BusyRounds == 0 && IsLate(change, lookUp),
            HasBeenBusy: server.BusyRounds > 0);
    }

    // A look-up that took so long that the server's state may have changed in between.
    private static bool IsLate(ServerRequest change, ServerRequest? lookUp) =>
        lookUp is not null && (lookUp.AnsweredAt - change.AnsweredAt).TotalSeconds > 0.8;

    // In doubt, only a server that was there before can be known to have gone.
    private static TargetState? GoneTarget(PendingServer server, BatchOptions options) => server.Reason switch
    {
        PendingReason.Accepted or PendingReason.Awaited => options.Target,
        PendingReason.InDoubt or PendingReason.LeftOut => options.Action?.Target,
        _ => null,
    };
}
