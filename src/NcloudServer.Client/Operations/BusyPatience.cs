using System;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>How long a busy server is waited for: as often as anything is repeated, or, where its state is waited for anyway, as long as that.</summary>
internal sealed class BusyPatience(NcloudClient client, WaitOptions? wait)
{
    /// <summary>The pause before the next look.</summary>
    /// <param name="item">One of the busy.</param>
    /// <param name="refusal">What the service said, or null.</param>
    /// <param name="round">How often something was repeated already.</param>
    /// <returns>The pause, or null when the time is over.</returns>
    public TimeSpan? NextPause(Outcome item, NcpException? refusal, int round)
    {
        TimeSpan pause = RetryPolicy.Pause(round, (refusal as NcpServiceException)?.RetryAfter);
        if (wait is null)
        {
            return round < client.Retry.MaximumRetryCount ? pause : null;
        }

        TimeSpan left = wait.Timeout - (client.Now - (item.FirstSent ?? client.Now));
        TimeSpan shorter = pause < wait.PollingInterval ? pause : wait.PollingInterval;
        return left <= TimeSpan.Zero ? null : shorter < left ? shorter : left;
    }
}
