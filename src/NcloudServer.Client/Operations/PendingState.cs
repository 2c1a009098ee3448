using System;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>All that is known of a number while it has no outcome: why it is pending, what was tried, and until when.</summary>
internal sealed record PendingState
{
    // As far as the service itself lets clocks be apart. A server that booted so shortly before the request may have done so after it.
    private static readonly TimeSpan s_clockTolerance = TimeSpan.FromMinutes(5);

    public PendingReason Reason { get; init; }

    public LookResult Look { get; init; }

    /// <summary>Whether the pause that the reason asks for is over.</summary>
    public bool HasPaused { get; init; }

    /// <summary>Whether the latest request was preceded by a look that did not rule the server out.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Whether the latest look could be read.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Whether the look found others of the same request to blame for the rejection.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the rejection is known to be about a server, not about the request as such.</summary>
    public bool IsRequestChecked { get; init; }

    /// <summary>How many numbers the latest change held.</summary>
    public int Together { get; init; } = 1;

    /// <summary>How many numbers the latest look held.</summary>
    public int LookedTogether { get; init; } = 1;

    /// <summary>Why the latest change failed; null where it did not.</summary>
    public NcpException? Failure { get; init; }

    /// <summary>Why the latest look failed; null where it did not.</summary>
    public NcpException? LookFailure { get; init; }

    public ServerInstance? LastSeen { get; init; }

    /// <summary>How often the change was sent again after a doubt.</summary>
    public int DoubtRepeats { get; init; }

    /// <summary>How many pauses were made for another operation.</summary>
    public int BusyRounds { get; init; }

    public int TimesLeftOut { get; init; }

    /// <summary>Whether the reply that left it out announces more servers than it names.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>How many looks in a row were rejected for this number alone.</summary>
    public int RejectedLooks { get; init; }

    /// <summary>When it was last found busy alone, on the monotonic clock.</summary>
    public TimeSpan BusyAlone { get; init; }

    /// <summary>When the latest response about it came, on the monotonic clock.</summary>
    public TimeSpan KnownAt { get; init; }

    /// <summary>When its time is over, on the monotonic clock: the first request plus the limit. Null where nothing is awaited.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>When the request that may have been carried out was sent, by this computer's clock; null where there is none.</summary>
    public DateTimeOffset? MayBeDoneSince { get; init; }

    /// <summary>Whether the way that an accepted server is on may be this operation's doing.</summary>
    public bool IsOurs { get; init; }

    /// <summary>When the server had booted before that request; null where it is not known.</summary>
    public DateTimeOffset? UptimeBefore { get; init; }

    /// <summary>Whether the server was seen restarting since the action was accepted.</summary>
    public bool IsRestartSeen { get; init; }

    /// <summary>Whether the time was over when the latest response came: nothing is sent or awaited any more.</summary>
    public bool IsOverdue => Deadline <= KnownAt;

    /// <summary>Whether the server has booted since the request that may have been carried out; null where its times do not tell.</summary>
    /// <param name="server">The server now.</param>
    /// <param name="clockOffset">By how much the service's clock is ahead of this computer's.</param>
    public bool? HasBooted(ServerInstance server, TimeSpan clockOffset)
    {
        if (IsRestartSeen)
        {
            return true;
        }

        if (UptimeBefore is { } before && server.Uptime is { } uptime)
        {
            return uptime > before;
        }

        if (MayBeDoneSince is not { } since)
        {
            return false;
        }

        // The service tells its times in whole seconds, cut off.
        DateTimeOffset sent = (since + clockOffset).AddTicks(-((since + clockOffset).Ticks % TimeSpan.TicksPerSecond));
        return server.Uptime >= sent ? true : server.Uptime < sent - s_clockTolerance ? false : null;
    }

    /// <summary>The state when a request about the number begins.</summary>
    public PendingState Asked(TimeSpan now, TimeSpan? timeLimit) => this with { Deadline = Deadline ?? (now + timeLimit) };

    /// <summary>The state when a change is sent. A doubt is gone by then, since only a look leads here.</summary>
    public PendingState Sent(DateTimeOffset now) => this with
    {
        MayBeDoneSince = now,
        UptimeBefore = LastSeen?.Uptime,
        DoubtRepeats = Reason == PendingReason.InDoubt ? DoubtRepeats + 1 : DoubtRepeats,
        IsLookedUp = IsLookedUp && Reason != PendingReason.InDoubt,
    };

    /// <summary>The state when the service accepted a change and its reply does not name the server.</summary>
    /// <param name="isAnnounced">Whether the reply announces more servers than it names.</param>
    public PendingState WhenLeftOut(bool isAnnounced) =>
        Answered(PendingReason.LeftOut, failure: null) with { TimesLeftOut = TimesLeftOut + 1, IsAnnounced = isAnnounced };

    /// <summary>The state after a change that failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="together">How many numbers the request held.</param>
    public PendingState WhenFailed(NcpException failure, int together)
    {
        PendingReason reason = failure.Kind switch
        {
            FailureKind.Rejected => PendingReason.Rejected,
            FailureKind.Busy => PendingReason.Busy,
            FailureKind.TooLarge => PendingReason.TooLarge,
            FailureKind.Indeterminate => PendingReason.InDoubt,
            _ => PendingReason.Failed,
        };
        PendingState state = Answered(reason, failure) with
        {
            Together = together, MayBeDoneSince = failure.SentAt ?? MayBeDoneSince, BusyAlone = reason == PendingReason.Busy && together == 1 ? KnownAt : BusyAlone,
        };
        return reason == PendingReason.InDoubt ? state : state with { MayBeDoneSince = null, UptimeBefore = null };
    }

    /// <summary>The state after a look that failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="together">How many numbers the look held.</param>
    public PendingState WhenUnreadable(NcpException failure, int together) => this with
    {
        Look = LookResult.Unreadable,
        LookFailure = failure,
        LookedTogether = together,
        IsLookedUp = true,
        IsSeen = false,
        RejectedLooks = failure.Kind == FailureKind.Rejected && together == 1 ? RejectedLooks + 1 : RejectedLooks,
    };

    /// <summary>The state after a look.</summary>
    /// <param name="look">What it says.</param>
    /// <param name="server">The server; null where there is none.</param>
    public PendingState WhenSeen(LookResult look, ServerInstance? server)
    {
        // A boot that somebody else began is no evidence of a restart.
        bool isForeignBoot = Reason is PendingReason.InDoubt or PendingReason.LeftOut && server?.ServerInstanceOperation is { Code: "START" };
        return this with
        {
            Look = look,
            LookFailure = null,
            LastSeen = server ?? LastSeen,
            IsLookedUp = true,
            IsSeen = true,
            RejectedLooks = 0,
            IsRestartSeen = IsRestartSeen || (Reason == PendingReason.Accepted && IsRestarting(server)),
            MayBeDoneSince = isForeignBoot ? null : MayBeDoneSince,
            UptimeBefore = isForeignBoot ? null : UptimeBefore,
        };
    }

    /// <summary>The state when the action has been accepted, or the server is on its way already.</summary>
    /// <param name="server">The server, as the response shows it.</param>
    /// <param name="isNamed">Whether the reply to the action names it; else a look has found it.</param>
    /// <param name="isBooted">Whether it has booted since the action already.</param>
    /// <param name="now">This computer's clock.</param>
    public PendingState WhenAccepted(ServerInstance server, bool isNamed, bool isBooted, DateTimeOffset now) =>
        Answered(PendingReason.Accepted, failure: null) with
        {
            LastSeen = server,
            MayBeDoneSince = MayBeDoneSince ?? now,
            UptimeBefore = isBooted ? UptimeBefore : server.Uptime,
            IsRestartSeen = IsRestarting(server),
            IsOurs = isNamed || Reason is PendingReason.InDoubt or PendingReason.LeftOut,
        };

    /// <summary>The state when it turned out that the rejection is about the request as such.</summary>
    public PendingState WhenRequestRejected(NcpException failure) => Answered(PendingReason.Failed, failure);

    /// <summary>The state when the pause before the next look begins.</summary>
    public PendingState Pausing() => this with { Look = LookResult.None, HasPaused = false };

    public PendingState Paused() => this with { HasPaused = true };

    private PendingState Answered(PendingReason reason, NcpException? failure) => this with
    {
        Reason = reason, Failure = failure, LookFailure = null, Look = LookResult.None, HasPaused = false, IsExplained = false,
    };

    private static bool IsRestarting(ServerInstance? server) => server?.ServerInstanceOperation is { Code: "RESTA" };
}
