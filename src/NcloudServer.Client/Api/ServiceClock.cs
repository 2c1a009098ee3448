using Bounds = (System.DateTimeOffset Earliest, System.DateTimeOffset Latest);

namespace NcloudServer.Api;

/// <summary>
/// Tells the service's time for a moment on the monotonic clock, which no step of this computer's clock moves, as responses say it; until one
/// does, this computer's clock stands in. Where the sources differ, since a clock was set or there are several, the truth lies between them.
/// </summary>
internal sealed class ServiceClock(ClientOptions options)
{
    // The service takes no request whose clock is more than minutes away from its own: such a date is a placeholder.
    private static readonly TimeSpan s_farthest = TimeSpan.FromDays(1);

    private readonly object _lock = new();
    private Bounds? _own;
    private Bounds? _service;

    public void ObserveOwn()
    {
        lock (_lock)
        {
            _own = With(_own, options.Clock() - options.Elapsed());
        }
    }

    public void Observe(DateTimeOffset? date)
    {
        if (date is { } time && (time - options.Clock()).Duration() < s_farthest)
        {
            lock (_lock)
            {
                _service = With(_service, time - options.Elapsed());
            }
        }
    }

    /// <summary>The service's time at a moment on the monotonic clock: not before, and not after.</summary>
    public Bounds At(TimeSpan moment)
    {
        ObserveOwn();
        lock (_lock)
        {
            // A response tells the second, and not how much of it had passed.
            Bounds begin = _service is { } service ? (service.Earliest, service.Latest.AddSeconds(1)) : _own!.Value;
            return (begin.Earliest + moment, begin.Latest + moment);
        }
    }

    private static Bounds With(Bounds? known, DateTimeOffset begin) => (
        known?.Earliest < begin ? known.Value.Earliest : begin,
        known?.Latest > begin ? known.Value.Latest : begin);
}
