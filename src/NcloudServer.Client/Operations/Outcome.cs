using System;
using System.Threading;

namespace NcloudServer.Operations;

/// <summary>A number that went in, and what became of it: an instance or a failure, exactly one of them, exactly once.</summary>
internal sealed class Outcome(string serverInstanceNo, string? regionCode, Action<Outcome>? onSettled = null)
{
    private int _isClaimed;
    private volatile bool _isSettled;

    public string ServerInstanceNo { get; } = serverInstanceNo;

    /// <summary>The region that was asked; null for the service's first.</summary>
    public string? RegionCode { get; } = regionCode;

    public ServerInstance? Instance { get; private set; }

    public NcpException? Failure { get; private set; }

    public bool IsSettled => _isSettled;

    /// <summary>When the action was first sent for this number, by this computer's clock; null before.</summary>
    public DateTimeOffset? FirstSent { get; set; }

    /// <summary>When the server had booted before the action, as the reply to the action shows it; null where there was none.</summary>
    public DateTimeOffset? UptimeBefore { get; set; }

    /// <summary>Whether the server has booted since the action.</summary>
    /// <param name="server">The server now.</param>
    /// <param name="clockOffset">By how much the service's clock is ahead of this computer's.</param>
    public bool HasBooted(ServerInstance server, TimeSpan clockOffset)
    {
        if (UptimeBefore is { } before)
        {
            return server.Uptime > before;
        }

        // The service tells its times in whole seconds, cut off.
        return FirstSent is { } sent && server.Uptime >= (sent + clockOffset).AddTicks(-((sent + clockOffset).Ticks % TimeSpan.TicksPerSecond));
    }

    public void Succeed(ServerInstance instance) => Settle(instance, null);

    public void Fail(NcpException failure) => Settle(null, failure);

    private void Settle(ServerInstance? instance, NcpException? failure)
    {
        if (Interlocked.Exchange(ref _isClaimed, 1) == 0)
        {
            Instance = instance;
            Failure = failure;
            _isSettled = true;
            onSettled?.Invoke(this);
        }
    }
}
