namespace NcloudServer.Http;

/// <summary>Whether and after which pause a call is repeated: exponential backoff with jitter and an upper bound.</summary>
internal sealed class RetryPolicy(
    int maximumRetryCount, Func<TimeSpan, CancellationToken, Task>? delay = null, Func<double>? random = null)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(60);
    private static readonly Random s_random = new();

    public int MaximumRetryCount { get; } = maximumRetryCount;

    /// <summary>The pause before a repeat, from 0; the service's Retry-After is honoured up to a minute.</summary>
    public TimeSpan Pause(int retry, TimeSpan? asked = null)
    {
        double jitter = 0.8 + (0.4 * (random ?? NextRandom)());
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(retry, 6)) * jitter);
        pause = asked > pause ? asked.Value : pause;
        return pause < s_longestPause ? pause : s_longestPause;
    }

    /// <summary>
    /// The pause before a failed call is repeated; null if it may not be. One that changes something is not repeated if it may have been
    /// carried out, nor, unless it says so, while another operation is under way.
    /// </summary>
    public TimeSpan? PauseAfter(NcpException failure, int retry, bool isChange, bool isRepeatedWhileBusy = false)
    {
        bool mayBeRepeated = failure.Kind == FailureKind.Transient
            || ((isRepeatedWhileBusy || !isChange) && failure.Kind == FailureKind.Busy)
            || (!isChange && failure.Kind == FailureKind.Indeterminate && failure is not NcpResponseException { IsTooLarge: true });
        return mayBeRepeated && retry < MaximumRetryCount ? Pause(retry, failure.RetryAfter) : null;
    }

    public static string InSeconds(TimeSpan pause) => pause.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    public Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken) => (delay ?? Task.Delay)(pause, cancellationToken);

    private static double NextRandom()
    {
        lock (s_random)
        {
            return s_random.NextDouble();
        }
    }
}
