using System;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>Remembers that no connection could be made after all repeats, so that the next calls do not find it out anew.</summary>
/// <remarks>The pattern is known as a circuit breaker: closed, open, and after a rest one trial call at a time.</remarks>
internal sealed class ConnectionBreaker(Func<TimeSpan> elapsed)
{
    /// <summary>How long nothing is tried after a failure.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private NcpConnectionException? _failure;
    private TimeSpan _nextTrial;

    /// <summary>Lets a call through, or throws what is known to fail.</summary>
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

    /// <summary>Takes in that a call has failed for good.</summary>
    public void OnFailure(NcpException failure)
    {
        lock (_lock)
        {
            // Whoever was connected, if only for a moment, has shown that a connection can be made.
            _failure = failure is NcpConnectionException { Kind: not FailureKind.Indeterminate } connection ? connection : null;
            _nextTrial = elapsed() + Rest;
        }
    }

    /// <summary>Takes in that the service has answered.</summary>
    public void OnReply()
    {
        lock (_lock)
        {
            _failure = null;
        }
    }
}
