namespace NcloudServer.Api;

/// <summary>
/// The one throttle: lets as many calls through at once as the limit says, their repeats included, and none while the service has asked the
/// caller to wait. It also knows the failure after which nothing is sent any more.
/// </summary>
internal sealed class RequestGate(int limit, ClientOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(limit);
    private readonly object _lock = new();
    private long _opensAt;
    private NcpException? _fatal;

    /// <summary>Called when a call has ended, so that another one may begin.</summary>
    public event Action? Left;

    public int Limit => limit;

    /// <summary>The first failure after which nothing more is sent, since no request can succeed; null while there is none.</summary>
    public NcpException? Fatal => Volatile.Read(ref _fatal);

    /// <summary>Until when the service wants no request of this caller, on the monotonic clock.</summary>
    public TimeSpan OpensAt => new(Volatile.Read(ref _opensAt));

    public void Hold(TimeSpan time)
    {
        lock (_lock)
        {
            Volatile.Write(ref _opensAt, Math.Max(_opensAt, (options.Elapsed() + time).Ticks));
        }
    }

    public void OnFailure(NcpException failure)
    {
        if (failure.IsFatal)
            Interlocked.CompareExchange(ref _fatal, failure, null);
    }

    /// <summary>Begins a call, if one may begin now. Whoever does must leave again.</summary>
    public bool TryEnter() => options.Elapsed() >= OpensAt && _free.Wait(0);

    public void Leave()
    {
        _free.Release();
        Left?.Invoke();
    }

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

    /// <summary>Waits until a moment on the monotonic clock, and as long as requests are held back, but not beyond a limit.</summary>
    /// <returns>False where the limit would be passed by then.</returns>
    public async Task<bool> WaitAsync(TimeSpan moment, TimeSpan? until, CancellationToken cancellationToken)
    {
        while (true)
        {
            moment = moment > OpensAt ? moment : OpensAt;
            TimeSpan left = moment - options.Elapsed();
            if (moment > until || left <= TimeSpan.Zero)
                return !(moment > until);

            await options.Retry.WaitAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _free.Dispose();
}
