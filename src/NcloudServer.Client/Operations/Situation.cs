using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>All that the table of the next steps looks at.</summary>
internal readonly record struct Situation(PendingReason Reason, LookUpResult Result)
{
    /// <summary>Whether the action's effect can be seen in the server's state.</summary>
    public bool IsObservable { get; init; }

    /// <summary>Whether the action was sent for this number alone.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether a look-up came before the action was sent.</summary>
    public bool IsAfterLookUp { get; init; }

    /// <summary>Whether the look-up shows others of the same request that explain why it was rejected.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the latest look-up came after a pause.</summary>
    public bool IsAfterPause { get; init; }

    /// <summary>Whether the look-up that failed may succeed in parts.</summary>
    public bool IsLookUpDivisible { get; init; }

    /// <summary>Whether the action that failed may succeed in parts.</summary>
    public bool IsChangeDivisible { get; init; }

    /// <summary>Whether it is an open question that the region as such is rejected.</summary>
    public bool IsRegionInQuestion { get; init; }

    /// <summary>Whether a pause for another operation is left: as often as anything is repeated, or, where time is limited, until it is over.</summary>
    public bool MayPause { get; init; }

    /// <summary>Whether the service asks to leave the server alone for some time.</summary>
    public bool IsAskedToWait { get; init; }

    /// <summary>Whether a request in doubt may be sent again.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether a request in doubt has been sent again once, or may not be: if it fails again, it may be about one of its servers.</summary>
    public bool HasRepeated { get; init; }

    /// <summary>Whether a failed look-up may succeed later, and time is given for that.</summary>
    public bool MayReadLater { get; init; }

    /// <summary>Whether look-ups of an awaited server can't succeed any more.</summary>
    public bool IsUnwatchable { get; init; }

    /// <summary>Whether a server that is gone is where it should be.</summary>
    public bool IsGoneFine { get; init; }

    /// <summary>Whether the response that left the server out announced more servers than it named.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether the service left the server out of its response twice.</summary>
    public bool IsLeftOutAgain { get; init; }

    /// <summary>Whether the rejection may have passed by the time of the look-up, which came late, and has not been put to the test yet.</summary>
    public bool MayHavePassed { get; init; }

    /// <summary>Whether pauses were made for another operation.</summary>
    public bool HasBeenBusy { get; init; }

    public static Situation Of(PendingServer server, BatchOptions options, RegionMemory regions, int maximumRepeats)
    {
        ServerRequest? change = server.Change;
        ServerRequest? lookUp = server.LookUp;
        NcpException? lookUpFailure = lookUp?.Failure;
        bool mayPass = lookUpFailure is { Kind: FailureKind.Transient or FailureKind.Indeterminate or FailureKind.Busy };
        bool isQuestioned = server.Reason == PendingReason.Unread || RegionMemory.AreAlike(lookUpFailure, change?.Failure);
        bool isChangeDivisible = change is { IsDivisible: true };
        return new Situation(server.Reason, server.Result)
        {
            IsObservable = options.Action is { IsObservable: true },
            IsAlone = change is { IsAlone: true },
            IsAfterLookUp = change is { IsAfterLookUp: true },
            IsExplained = change is { IsExplained: true },
            IsAfterPause = lookUp is { IsAfterPause: true },
            IsLookUpDivisible = lookUp is { IsDivisible: true },
            IsChangeDivisible = isChangeDivisible,
            IsRegionInQuestion = isQuestioned && regions.IsInQuestion(server.RegionCode, lookUpFailure),
            MayPause = options.IsWaiting || server.BusyRounds < maximumRepeats,
            IsAskedToWait = change is { Failure.RetryAfter: not null },
            MayRepeat = server.DoubtRepeats < maximumRepeats,
            HasRepeated = server.DoubtRepeats > 0 || maximumRepeats == 0,
            // Without a connection there is nothing to wait for; the service itself may recover.
            MayReadLater = options.IsWaiting && mayPass && lookUpFailure is not NcpConnectionException { Kind: FailureKind.Transient },
            IsUnwatchable = lookUpFailure is { IsFatal: true } || server.RejectedLookUps > maximumRepeats,
            IsGoneFine = server.LastSeen is not null && GoneTarget(server, options) is { IsReachedByGone: true },
            IsCut = change is { IsCut: true },
            IsLeftOutAgain = server.TimesLeftOut > 1,
            MayHavePassed = change is { IsAfterLookUp: false } && server.BusyRounds == 0 && IsLate(change, lookUp),
            HasBeenBusy = server.BusyRounds > 0,
        };
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
