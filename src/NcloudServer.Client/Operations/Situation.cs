namespace NcloudServer.Operations;

/// <summary>All that the table of the next steps looks at. <see cref="Of"/> says what each fact is.</summary>
internal readonly record struct Situation(
    PendingReason Reason, LookUpResult Result, bool IsObservable, bool IsAlone, bool IsAfterLookUp, bool IsExplained, bool IsAfterPause,
    bool IsLookUpDivisible, bool IsRegionInQuestion, bool MayPause, bool IsAskedToWait, bool MayRepeat, bool IsRepeatDivided,
    bool MayReadLater, bool IsUnwatchable, bool IsGoneFine, bool IsCut, bool IsLeftOutAgain, bool MayHavePassed, bool HasBeenBusy)
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
            IsRegionInQuestion: isQuestioned && regions.IsInQuestion(server.RegionCode, lookUpFailure),
            // For another operation.
            MayPause: options.IsWaiting || server.BusyPauses < maximumRepeats,
            IsAskedToWait: change is { Failure.RetryAfter: not null },
            // In doubt: a request that fails again, or that is the last one, may have failed for one of its servers.
            MayRepeat: server.DoubtRepeats < maximumRepeats,
            IsRepeatDivided: change is { IsDivisible: true } && (server.DoubtRepeats > 0 || maximumRepeats == 0),
            // Without a connection there is nothing to wait for; the service itself may recover.
            MayReadLater: options.IsWaiting && mayPass && lookUpFailure is not NcpConnectionException { Kind: FailureKind.Transient },
            // No look-up of an awaited server can succeed any more.
            IsUnwatchable: lookUpFailure is { IsFatal: true } || server.RejectedLookUps > maximumRepeats,
            IsGoneFine: server.LastSeen is not null && GoneTarget(server, options) is { IsReachedByGone: true },
            IsCut: change is { IsCut: true },
            IsLeftOutAgain: server.TimesLeftOut > 1,
            // What the rejection was for, by the time of the look-up, which came late. What can't be seen is sent once.
            MayHavePassed: options.Action is { IsObservable: true } && change is { IsAfterLookUp: false } && server.BusyPauses == 0 && IsLate(change, lookUp),
            HasBeenBusy: server.BusyPauses > 0);
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
