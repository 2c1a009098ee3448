using System.Diagnostics;
using NcloudServer.Http;

namespace NcloudServer.Api;

/// <summary>How a client behaves; the defaults are the cmdlets'.</summary>
internal sealed record ClientOptions
{
    /// <summary>The time for one request, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
    /// <summary>How many requests may be under way at once.</summary>
    public int ThrottleLimit { get; init; } = 4;
    public RetryPolicy Retry { get; init; } = new(3);
    public Func<DateTimeOffset> Clock { get; init; } = () => DateTimeOffset.UtcNow;
    /// <summary>The monotonic clock; its beginning means nothing.</summary>
    public Func<TimeSpan> Elapsed { get; init; } = () => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);
    /// <summary>Has work done in its turn, on another thread.</summary>
    public Action<Action> Queue { get; init; } = work => ThreadPool.QueueUserWorkItem(_ => work());
}
