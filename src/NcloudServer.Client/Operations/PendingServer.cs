using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>A number that has no outcome yet, and all that is known of it. Only the operation's loop changes it. Times are monotonic.</summary>
internal sealed class PendingServer(string serverInstanceNo, string? regionCode, PendingReason reason, Action<Outcome>? onCompleted = null)
{
    // A list may lag behind, or come from a place that does not know a server: what one look-up shows may not be so.
    public const int LookUpsUntilBelieved = 3;

    private volatile Outcome? _outcome;
    private int _stuckLookUps;
    private int _absences;

    // As it was given, and as it travels. The region is null for the service's first.
    public string ServerInstanceNo => serverInstanceNo;
    public string WireNo { get; } = ServerNumber.Normalized(serverInstanceNo);
    public string? RegionCode => regionCode;

    /// <summary>The outcome; null while there is none. Any thread may ask.</summary>
    public Outcome? Outcome => _outcome;

    public PendingReason Reason { get; private set; } = reason;

    /// <summary>What the latest look-up says, since the reason or a pause began.</summary>
    public LookUpResult Result { get; set; }

    // The latest ones of each kind.
    public ServerRequest? Change { get; private set; }
    public ServerRequest? LookUp { get; private set; }
    public ServerInstance? LastSeen { get; private set; }
    public BootEvidence Boot { get; private set; }

    /// <summary>When its time is over: the first request plus the limit. Null where nothing is awaited.</summary>
    public TimeSpan? Deadline { get; private set; }

    // How often the action was sent again after a doubt; how many pauses were made for another operation; how often responses left it out
    // since; how many look-ups in a row were rejected for this number alone.
    public int DoubtRepeats { get; private set; }
    public int BusyPauses { get; private set; }
    public int TimesLeftOut { get; private set; }
    public int RejectedLookUps { get; private set; }

    /// <summary>When it was last found busy alone.</summary>
    public TimeSpan BusyAloneAt { get; private set; }

    /// <summary>Whether it is only watched any more: nothing is sent for it.</summary>
    public bool IsWatched => Reason is PendingReason.Accepted or PendingReason.Awaited;

    /// <summary>Whether the action may have been carried out, and only a look-up can tell.</summary>
    public bool IsUnclear => Reason is PendingReason.InDoubt or PendingReason.LeftOut;

    /// <summary>Whether the service's answers leave no doubt that the action has not been carried out.</summary>
    public bool IsUndone => !IsUnclear && !IsWatched;

    /// <summary>Why the latest request failed that decides about it; null where none did.</summary>
    public NcpException? Failure => Change?.Failure ?? LookUp?.Failure;

    /// <summary>Until when the service asks to leave it alone; the beginning of time where it does not.</summary>
    public TimeSpan NotBefore => Later(Change?.NotBefore ?? TimeSpan.MinValue, LookUp?.NotBefore ?? TimeSpan.MinValue);

    public static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Servers in words: the number of one, or how many there are.</summary>
    public static string Count(IReadOnlyList<PendingServer> servers) =>
        servers.Count == 1 ? $"server instance {servers[0].ServerInstanceNo}" : $"{servers.Count} server instances";

    /// <summary>Gives it its outcome, once: a failure, or the server as it was last seen.</summary>
    public void End(NcpException? failure)
    {
        if (_outcome is null)
        {
            _outcome = new Outcome(ServerInstanceNo, RegionCode, failure is null ? LastSeen! : null, failure);
            onCompleted?.Invoke(_outcome);
        }
    }

    public void OnSending(ServerRequest request, TimeSpan now, TimeSpan? timeLimit)
    {
        Deadline ??= now + timeLimit;
        if (request.Kind == RequestKind.Change)
        {
            Change = request;
            DoubtRepeats += Reason == PendingReason.InDoubt ? 1 : 0;
            Boot = new BootEvidence { SentAt = now, Before = LastSeen?.Uptime };
        }
        else if (request.Kind == RequestKind.LookUp)
        {
            LookUp = request;
        }
    }

    public void OnFailed(NcpException failure, bool isAboutRegion)
    {
        Answered(failure.Kind switch
        {
            _ when isAboutRegion => PendingReason.FailedForGood,
            FailureKind.Rejected => PendingReason.Refused,
            FailureKind.Busy => PendingReason.RefusedAsBusy,
            // A round goes on with its parts, and what is left of it stays busy.
            FailureKind.TooLarge when Change is { Round: not null, IsAlone: false } => PendingReason.RefusedAsBusy,
            FailureKind.TooLarge => PendingReason.TooLarge,
            FailureKind.Indeterminate => PendingReason.InDoubt,
            _ => PendingReason.FailedForGood,
        });
        BusyAloneAt = Reason == PendingReason.RefusedAsBusy && Change!.IsAlone ? Change.AnsweredAt : BusyAloneAt;
        Boot = Boot with { SentAt = Reason == PendingReason.InDoubt ? failure.SentAt ?? Boot.SentAt : null };
    }

    /// <summary>The service accepted the action, and its response does not name the server.</summary>
    public void OnLeftOut()
    {
        Answered(PendingReason.LeftOut);
        TimesLeftOut++;
    }

    /// <summary>The service's response to the action names the server.</summary>
    public void OnAccepted(ServerInstance server, TimeSpan now)
    {
        Answered(PendingReason.Accepted);
        LastSeen = server;
        Boot = new BootEvidence { SentAt = Boot.SentAt ?? now, Before = server.Uptime, IsBeforeCertain = true };
    }

    public void OnRegionRejected() => Answered(PendingReason.FailedForGood);

    public void OnUnreadable(NcpException failure, bool isAboutRegion)
    {
        if (isAboutRegion)
        {
            OnRegionRejected();
            return;
        }

        Result = LookUpResult.Unreadable;
        RejectedLookUps += failure.Kind == FailureKind.Rejected && LookUp!.IsAlone ? 1 : 0;
    }

    /// <summary>A look-up succeeded and does not list the server. One that was there, or is in doubt, is gone if several say so.</summary>
    public void OnNotListed(bool isCut)
    {
        _absences += isCut ? 0 : 1;
        bool isGone = !isCut && ((LastSeen is null && Reason != PendingReason.InDoubt) || _absences >= LookUpsUntilBelieved);
        Result = isGone ? LookUpResult.Missing : isCut || !IsWatched ? LookUpResult.NotListed : LookUpResult.OnItsWay;
        RejectedLookUps = 0;
    }

    /// <summary>A look-up shows the server. What that means for it is told afterwards.</summary>
    public void OnSeen(ServerInstance server, bool isUnderWay)
    {
        // The boot that follows a start of somebody else is no evidence of a restart.
        bool isForeignBoot = IsUnclear && server.ServerInstanceOperation is { Code: "START" };
        Boot = isForeignBoot ? default : Boot with { IsUnderWaySeen = Boot.IsUnderWaySeen || (!IsUndone && isUnderWay) };
        LastSeen = server;
        (RejectedLookUps, _absences) = (0, 0);
    }

    /// <summary>From now on its arrival is awaited. It may have booted since the action already, and it may be on its way.</summary>
    public void Await(bool isBooted, bool isUnderWay)
    {
        Reason = IsUnclear ? PendingReason.Accepted : PendingReason.Awaited;
        DateTimeOffset? before = isBooted ? Boot.Before : LastSeen!.Uptime;
        Boot = new BootEvidence { SentAt = Boot.SentAt, Before = before, IsBeforeCertain = true, IsUnderWaySeen = isUnderWay };
    }

    /// <summary>Takes in whether a look-up shows it where it does not go on by itself.</summary>
    /// <returns>Whether several in a row have.</returns>
    public bool CountStuck(bool isStuck) => (_stuckLookUps = isStuck ? _stuckLookUps + 1 : 0) >= LookUpsUntilBelieved;

    public void OnPausing(bool isForBusy)
    {
        // Another operation explains why a response left the server out.
        TimesLeftOut = Result == LookUpResult.Busy ? 0 : TimesLeftOut;
        BusyPauses += isForBusy ? 1 : 0;
        Result = LookUpResult.None;
    }

    private void Answered(PendingReason reason) => (Reason, Result) = (reason, LookUpResult.None);
}
