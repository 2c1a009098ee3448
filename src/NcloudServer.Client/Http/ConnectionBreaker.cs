using System;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>A circuit breaker: remembers that no connection could be made, so that the next calls fail at once.</summary>
/// <remarks>After a rest it lets one trial call through at a time.</remarks>
internal sealed class ConnectionBreaker(Func<TimeSpan> elapsed)
{
    /// <summary>How long calls fail at once after a failure.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private NcpConnectionException? _failure;
    private TimeSpan _nextTrial;

    /// <summary>Lets a call through, or throws the known failure.</summary>
    /// <returns>Whether the call is a trial: one that is not repeated.</returns>
    /// <exception cref="NcpConnectionException">No connection could be made a moment ago.</exception>
    public bool Enter()
    {
        lock (_lock)
        {
            if (_failure is null)
            {
                return false;
            }

            if (elapsed() < _nextTrial)
            {
                throw _failure;
            }

            _nextTrial = elapsed() + Rest;
            return true;
        }
    }

    /// <summary>Records that a call has finally failed.</summary>
    public void OnFailure(NcpException failure)
    {
        lock (_lock)
        {
            // A connection that broke later was at least made.
            _failure = failure is NcpConnectionException { Kind: not FailureKind.Indeterminate } connection ? connection : null;
            _nextTrial = elapsed() + Rest;
        }
    }

    /// <summary>Records a response.</summary>
    public void OnReply()
    {
        lock (_lock)
        {
            _failure = null;
        }
    }
}
