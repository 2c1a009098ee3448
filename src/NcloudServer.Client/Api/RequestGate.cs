using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Api;

/// <summary>
/// The one throttle: lets as many calls through at once as the limit says, none while the service has asked the caller to wait, and none after a
/// fatal failure.
/// </summary>
/// <param name="limit">How many calls may be under way at once, their repeats included.</param>
/// <param name="options">The clock.</param>
internal sealed class RequestGate(int limit, ClientOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(limit);
    private readonly object _lock = new();
    private TimeSpan _opensAt;

    /// <summary>Called when a call has ended, so that another one may begin.</summary>
    public event Action? Left;

    /// <summary>How many calls may be under way at once.</summary>
    public int Limit => limit;

    /// <summary>The failure after which nothing more is sent.</summary>
    public FatalErrorLatch Fatal { get; } = new();

    /// <summary>Until when the service wants no request of this caller, on the monotonic clock.</summary>
    public TimeSpan OpensAt
    {
        get
        {
            lock (_lock)
            {
                return _opensAt;
            }
        }
    }

    /// <summary>Holds every request back for some time.</summary>
    public void Hold(TimeSpan time)
    {
        TimeSpan end = options.Elapsed() + time;
        lock (_lock)
        {
            _opensAt = end > _opensAt ? end : _opensAt;
        }
    }

    /// <summary>Begins a call, if one may begin now. Whoever does must leave again.</summary>
    public bool TryEnter() => options.Elapsed() >= OpensAt && _free.Wait(0);

    public void Leave()
    {
        _free.Release();
        Left?.Invoke();
    }

    /// <summary>Waits until a call may begin, and carries it out.</summary>
    public async Task<T> PassAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Waits until a moment, and as long as requests are held back.</summary>
    /// <param name="moment">The moment, on the monotonic clock.</param>
    /// <param name="until">The time after which nothing is waited for any more; null for no limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where that time would be over by then.</returns>
    public async Task<bool> WaitAsync(TimeSpan moment, TimeSpan? until, CancellationToken cancellationToken)
    {
        RetryPolicy retry = options.Retry;
        while (true)
        {
            moment = moment > OpensAt ? moment : OpensAt;
            TimeSpan left = moment - options.Elapsed();
            if (moment > until || left <= TimeSpan.Zero)
            {
                return !(moment > until);
            }

            await retry.WaitAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _free.Dispose();
}
