using System;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>All that is known of a number while it has no outcome: why it is pending, what was tried, and until when.</summary>
internal sealed record PendingState
{
    public PendingReason Reason { get; init; }

    public LookResult Look { get; init; }

    /// <summary>Whether the pause that the reason asks for is over.</summary>
    public bool HasPaused { get; init; }

    /// <summary>Whether the latest request was preceded by a look that did not rule the server out.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Whether the look found others of the same request to blame for the rejection.</summary>
    public bool IsExplained { get; init; }

    /// <summary>Whether the rejection is known to be about a server, not about the request as such.</summary>
    public bool IsRequestChecked { get; init; }

    /// <summary>How many numbers the latest request held.</summary>
    public int Together { get; init; } = 1;

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

    /// <summary>How many looks in a row were rejected for this number alone.</summary>
    public int RejectedLooks { get; init; }

    /// <summary>When it was last found busy alone, on the monotonic clock.</summary>
    public TimeSpan BusyAlone { get; init; }

    /// <summary>When the latest request about it began, on the monotonic clock.</summary>
    public TimeSpan AskedAt { get; init; }

    /// <summary>When its time is over, on the monotonic clock: the first request plus the limit. Null where nothing is awaited.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>When the request that may have been carried out was sent, by this computer's clock; null where there is none.</summary>
    public DateTimeOffset? MayBeDoneSince { get; init; }

    /// <summary>When the server had booted before that request; null where it is not known.</summary>
    public DateTimeOffset? UptimeBefore { get; init; }

    /// <summary>Whether the server was seen restarting since the action was accepted.</summary>
    public bool IsRestartSeen { get; init; }

    /// <summary>Whether the latest request began when the time was over: nothing is sent or awaited after it.</summary>
    public bool IsOverdue => Deadline <= AskedAt;

    /// <summary>Whether the server has booted since the request that may have been carried out.</summary>
    /// <param name="server">The server now.</param>
    /// <param name="clockOffset">By how much the service's clock is ahead of this computer's.</param>
    public bool HasBooted(ServerInstance server, TimeSpan clockOffset)
    {
        if (IsRestartSeen)
        {
            return true;
        }

        if (UptimeBefore is { } before)
        {
            return server.Uptime > before;
        }

        // The service tells its times in whole seconds, cut off.
        return MayBeDoneSince is { } since
            && server.Uptime >= (since + clockOffset).AddTicks(-((since + clockOffset).Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>The state when a request about the number begins.</summary>
    public PendingState Asked(TimeSpan now, TimeSpan? timeLimit) => this with { AskedAt = now, Deadline = Deadline ?? (now + timeLimit) };

    /// <summary>The state when a change is sent. A doubt is gone by then, since only a look leads here.</summary>
    public PendingState Sent(DateTimeOffset now) => this with
    {
        MayBeDoneSince = now,
        UptimeBefore = LastSeen?.Uptime,
        DoubtRepeats = Reason == PendingReason.InDoubt ? DoubtRepeats + 1 : DoubtRepeats,
        IsLookedUp = IsLookedUp && Reason != PendingReason.InDoubt,
    };

    /// <summary>The state when the service accepted a change and its reply does not name the server.</summary>
    public PendingState WhenLeftOut() => Answered(PendingReason.LeftOut, failure: null) with { TimesLeftOut = TimesLeftOut + 1 };

    /// <summary>The state after a change that failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="together">How many numbers the request held.</param>
    /// <param name="now">The monotonic clock.</param>
    public PendingState WhenFailed(NcpException failure, int together, TimeSpan now)
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
            Together = together, BusyAlone = reason == PendingReason.Busy && together == 1 ? now : BusyAlone,
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
        IsLookedUp = true,
        RejectedLooks = failure.Kind == FailureKind.Rejected && together == 1 ? RejectedLooks + 1 : RejectedLooks,
        Together = Failure is null ? together : Together,
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
            RejectedLooks = 0,
            IsRestartSeen = IsRestartSeen || (Reason == PendingReason.Accepted && IsRestarting(server)),
            MayBeDoneSince = isForeignBoot ? null : MayBeDoneSince,
            UptimeBefore = isForeignBoot ? null : UptimeBefore,
        };
    }

    /// <summary>The state when the action has been accepted, or the server is on its way already.</summary>
    /// <param name="server">The server, as the response shows it.</param>
    /// <param name="isBooted">Whether it has booted since the action already.</param>
    /// <param name="now">This computer's clock.</param>
    public PendingState WhenAccepted(ServerInstance server, bool isBooted, DateTimeOffset now) =>
        Answered(PendingReason.Accepted, failure: null) with
        {
            LastSeen = server,
            MayBeDoneSince = MayBeDoneSince ?? now,
            UptimeBefore = isBooted ? UptimeBefore : server.Uptime,
            IsRestartSeen = IsRestarting(server),
            Together = 1,
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
