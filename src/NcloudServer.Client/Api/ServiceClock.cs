namespace NcloudServer.Api;

/// <summary>
/// Tells the service's time for a moment on the monotonic clock, which no step of this computer's clock moves. Responses say what time it is
/// there; until one does, this computer's clock stands in. Where the sources differ, because a clock was set or the service has several, the
/// truth lies between them.
/// </summary>
internal sealed class ServiceClock(ClientOptions options)
{
    // The service takes no request whose clock is more than minutes away from its own: such a date is a placeholder.
    private static readonly TimeSpan s_farthest = TimeSpan.FromDays(1);

    private readonly object _lock = new();
    private (DateTimeOffset Earliest, DateTimeOffset Latest)? _own;
    private (DateTimeOffset Earliest, DateTimeOffset Latest)? _service;

    /// <summary>Takes in what this computer's clock says.</summary>
    public void ObserveOwn()
    {
        DateTimeOffset begin = options.Clock() - options.Elapsed();
        lock (_lock)
        {
            _own = With(_own, begin);
        }
    }

    /// <summary>Takes in what a response says of the time.</summary>
    public void Observe(DateTimeOffset? date)
    {
        if (date is { } time && (time - options.Clock()).Duration() < s_farthest)
        {
            DateTimeOffset begin = time - options.Elapsed();
            lock (_lock)
            {
                _service = With(_service, begin);
            }
        }
    }

    /// <summary>The service's time at a moment on the monotonic clock: not before, and not after.</summary>
    public (DateTimeOffset Earliest, DateTimeOffset Latest) At(TimeSpan moment)
    {
        ObserveOwn();
        lock (_lock)
        {
            (DateTimeOffset earliest, DateTimeOffset latest) = _service ?? _own!.Value;
            return (earliest + moment, latest + moment);
        }
    }

    private static (DateTimeOffset Earliest, DateTimeOffset Latest) With(
        (DateTimeOffset Earliest, DateTimeOffset Latest)? known, DateTimeOffset begin) => known is not { } range
            ? (begin, begin)
            : (range.Earliest < begin ? range.Earliest : begin, range.Latest > begin ? range.Latest : begin);
}
