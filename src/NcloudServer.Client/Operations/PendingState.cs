using System;

namespace NcloudServer.Operations;

/// <summary>All that is known of a number while it has no outcome: why it is pending, what was tried, and until when.</summary>
internal sealed record PendingState
{
    // As far as the service itself lets clocks be apart. A server that booted so shortly before the request may have done so after it.
    private static readonly TimeSpan s_clockTolerance = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    // A look that has to be repeated takes as long at least.
    private static readonly TimeSpan s_longLook = TimeSpan.FromSeconds(0.8);

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

    /// <summary>When the latest change failed, on the monotonic clock.</summary>
    public TimeSpan FailedAt { get; init; }

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

    /// <summary>Whether the look came so long after the rejection that the server's state may have changed in between.</summary>
    public bool IsLookLate => KnownAt - FailedAt > s_longLook;

    /// <summary>Whether the server has booted since the request that may have been carried out; null where its times do not tell.</summary>
    /// <param name="server">The server now.</param>
    /// <param name="now">This computer's clock.</param>
    /// <param name="clockOffset">By how much the service's clock is ahead of it.</param>
    public bool? HasBooted(ServerInstance server, DateTimeOffset now, TimeSpan clockOffset)
    {
        if (IsRestartSeen)
        {
            return true;
        }

        if (UptimeBefore is { } before && server.Uptime is { } uptime && (uptime <= before || Reason == PendingReason.Accepted))
        {
            return uptime > before;
        }

        // The look that showed the boot before may be older than the request: another boot can lie between them.
        if (MayBeDoneSince is not { } since)
        {
            return false;
        }

        // The service tells its times in whole seconds, cut off.
        DateTimeOffset sent = (since + clockOffset).AddTicks(-((since + clockOffset).Ticks % TimeSpan.TicksPerSecond));
        if (server.Uptime < sent - s_clockTolerance)
        {
            return false;
        }

        // A server that booted in the future has a clock of its own, which tells nothing.
        return server.Uptime >= sent && server.Uptime <= now + clockOffset + s_second ? true : null;
    }
}
