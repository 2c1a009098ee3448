using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>What tells whether a server has booted since a request that may have been carried out.</summary>
internal readonly record struct BootEvidence
{
    // As far as the service itself lets clocks be apart. A server that booted so shortly before the request may have done so after it.
    private static readonly TimeSpan s_clockTolerance = TimeSpan.FromMinutes(5);

    // A service that computes when a server booted from how long it has run is off by one at times.
    private static readonly TimeSpan s_jitter = TimeSpan.FromSeconds(1);

    /// <summary>When that request was sent, on the monotonic clock; null where there is none.</summary>
    public TimeSpan? SentAt { get; init; }

    /// <summary>When the server had booted before; null where that is not known.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether nothing can have booted it in between: the service's own response to the request showed <see cref="Before"/>.</summary>
    public bool IsBeforeCertain { get; init; }

    /// <summary>Whether a look-up has shown the restart under way. The answer to the request itself is no evidence.</summary>
    public bool IsUnderWaySeen { get; init; }

    /// <summary>Whether the server has booted since; null where its times do not tell.</summary>
    public bool? HasBooted(ServerInstance server, ServiceClock clock, TimeSpan now)
    {
        if (IsUnderWaySeen)
            return true;

        // The service tells its times in whole seconds, cut off. A server that booted in the future has a clock of its own, which tells nothing.
        (DateTimeOffset earliest, DateTimeOffset latest) = clock.At(SentAt ?? now);
        bool isLongAgo = SentAt is not null && server.Uptime < InSeconds(earliest) - s_clockTolerance;
        if (Before is { } before && server.Uptime is { } uptime && (uptime <= before || IsBeforeCertain))
            return uptime > (isLongAgo ? before + s_jitter : before);

        return SentAt is null || isLongAgo ? false
            : server.Uptime >= InSeconds(latest) && server.Uptime <= clock.At(now).Latest ? true : null;
    }

    private static DateTimeOffset InSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
