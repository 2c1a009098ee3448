namespace NcloudServer.Http;

/// <summary>A circuit breaker: remembers that no connection could be made, so that the next calls fail at once.</summary>
internal sealed class ConnectionBreaker(Func<TimeSpan> elapsed)
{
    private readonly object _lock = new();
    private NcpConnectionException? _failure;
    private TimeSpan _nextTrial;

    /// <summary>Lets a call through, or throws the known failure.</summary>
    /// <returns>Whether the call is a trial after a rest: one that is not repeated.</returns>
    /// <exception cref="NcpConnectionException">No connection could be made a moment ago.</exception>
    public bool Enter()
    {
        lock (_lock)
        {
            return _failure is not null && (elapsed() < _nextTrial ? throw _failure : true);
        }
    }

    /// <summary>Records that a call has finally failed. The longer its last attempt took, the longer the rest.</summary>
    public void OnFailure(NcpException failure, TimeSpan duration)
    {
        var rest = TimeSpan.FromSeconds(Math.Min(Math.Max(2 * duration.TotalSeconds, 0.1), 30));
        lock (_lock)
        {
            // Of failures at once, one that was only told of another's attempt took no time: the longer rest counts.
            TimeSpan next = elapsed() + rest;
            _nextTrial = _failure is not null && _nextTrial > next ? _nextTrial : next;
            _failure = failure.IsUnreachable ? (NcpConnectionException)failure : null;
        }
    }

    public void OnResponse()
    {
        lock (_lock)
        {
            _failure = null;
        }
    }
}
