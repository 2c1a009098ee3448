using System;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>How what is known of a number changes with each request, response and pause.</summary>
internal static class PendingTransitions
{
    /// <summary>A request about the number begins.</summary>
    public static PendingState Asked(this PendingState state, TimeSpan now, TimeSpan? timeLimit) =>
        state with { Deadline = state.Deadline ?? (now + timeLimit) };

    /// <summary>A change is sent. A doubt is gone by then, since only a look leads here.</summary>
    public static PendingState Sent(this PendingState state, DateTimeOffset now)
    {
        bool isAfterDoubt = state.Reason == PendingReason.InDoubt;
        return state with
        {
            MayBeDoneSince = now,
            UptimeBefore = state.LastSeen?.Uptime,
            DoubtRepeats = isAfterDoubt ? state.DoubtRepeats + 1 : state.DoubtRepeats,
            IsLookedUp = state.IsLookedUp && !isAfterDoubt,
        };
    }

    /// <summary>The service accepted a change, and its reply does not name the server.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="isAnnounced">Whether the reply announces more servers than it names.</param>
    public static PendingState WhenLeftOut(this PendingState state, bool isAnnounced) =>
        state.Answered(PendingReason.LeftOut, failure: null) with { TimesLeftOut = state.TimesLeftOut + 1, IsAnnounced = isAnnounced };

    /// <summary>A change failed.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="failure">Why.</param>
    /// <param name="together">How many numbers the request held.</param>
    public static PendingState WhenFailed(this PendingState state, NcpException failure, int together)
    {
        PendingReason reason = failure.Kind switch
        {
            FailureKind.Rejected => PendingReason.Rejected,
            FailureKind.Busy => PendingReason.Busy,
            FailureKind.TooLarge => PendingReason.TooLarge,
            FailureKind.Indeterminate => PendingReason.InDoubt,
            _ => PendingReason.Failed,
        };
        bool isBusyAlone = reason == PendingReason.Busy && together == 1;
        bool isInDoubt = reason == PendingReason.InDoubt;
        return state.Answered(reason, failure) with
        {
            Together = together,
            FailedAt = state.KnownAt,
            BusyAlone = isBusyAlone ? state.KnownAt : state.BusyAlone,
            MayBeDoneSince = isInDoubt ? failure.SentAt ?? state.MayBeDoneSince : null,
        };
    }

    /// <summary>A look failed.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="failure">Why.</param>
    /// <param name="together">How many numbers the look held.</param>
    public static PendingState WhenUnreadable(this PendingState state, NcpException failure, int together)
    {
        bool isRejectedAlone = failure.Kind == FailureKind.Rejected && together == 1;
        return state with
        {
            Look = LookResult.Unreadable,
            LookFailure = failure,
            LookedTogether = together,
            IsLookedUp = true,
            IsSeen = false,
            RejectedLooks = isRejectedAlone ? state.RejectedLooks + 1 : state.RejectedLooks,
        };
    }

    /// <summary>A look succeeded.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="look">What it says.</param>
    /// <param name="server">The server; null where there is none.</param>
    public static PendingState WhenSeen(this PendingState state, LookResult look, ServerInstance? server)
    {
        // A boot that another operation began is no evidence of a restart.
        bool isUnclear = state.Reason is PendingReason.InDoubt or PendingReason.LeftOut;
        bool isForeignBoot = isUnclear && server?.ServerInstanceOperation is { Code: "START" };
        return state with
        {
            Look = look,
            LookFailure = null,
            LastSeen = server ?? state.LastSeen,
            IsLookedUp = true,
            IsSeen = true,
            RejectedLooks = 0,
            IsRestartSeen = state.IsRestartSeen || (state.Reason == PendingReason.Accepted && IsRestarting(server)),
            MayBeDoneSince = isForeignBoot ? null : state.MayBeDoneSince,
            UptimeBefore = isForeignBoot ? null : state.UptimeBefore,
        };
    }

    /// <summary>The action has been accepted, or the server is on its way already.</summary>
    /// <param name="state">What was known.</param>
    /// <param name="server">The server, as the response shows it.</param>
    /// <param name="isNamed">Whether the reply to the action names it; else a look has found it.</param>
    /// <param name="isBooted">Whether it has booted since the action already.</param>
    /// <param name="now">This computer's clock.</param>
    public static PendingState WhenAccepted(
        this PendingState state, ServerInstance server, bool isNamed, bool isBooted, DateTimeOffset now) =>
        state.Answered(PendingReason.Accepted, failure: null) with
        {
            LastSeen = server,
            MayBeDoneSince = state.MayBeDoneSince ?? now,
            UptimeBefore = isBooted ? state.UptimeBefore : server.Uptime,
            IsRestartSeen = IsRestarting(server),
            IsOurs = isNamed || state.Reason is PendingReason.InDoubt or PendingReason.LeftOut,
        };

    /// <summary>It turned out that the rejection is about the request as such.</summary>
    public static PendingState WhenRequestRejected(this PendingState state, NcpException failure) =>
        state.Answered(PendingReason.Failed, failure);

    /// <summary>The pause before the next look begins.</summary>
    public static PendingState Pausing(this PendingState state) => state with
    {
        // Another operation explains why a reply left the server out.
        TimesLeftOut = state.Look == LookResult.Busy ? 0 : state.TimesLeftOut,
        Look = LookResult.None,
    };

    /// <summary>The pause is over.</summary>
    public static PendingState Paused(this PendingState state) => state with { HasPaused = true };

    private static PendingState Answered(this PendingState state, PendingReason reason, NcpException? failure) => state with
    {
        Reason = reason,
        Failure = failure,
        LookFailure = null,
        Look = LookResult.None,
        HasPaused = false,
        IsExplained = false,
    };

    private static bool IsRestarting(ServerInstance? server) => server?.ServerInstanceOperation is { Code: "RESTA" };
}
