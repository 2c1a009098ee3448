using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>A circuit breaker: remembers that no connection could be made, so that the next calls fail at once.</summary>
/// <remarks>After a rest one trial call goes through; those that come meanwhile wait for its result.</remarks>
internal sealed class ConnectionBreaker(Func<TimeSpan> elapsed)
{
    private static readonly TimeSpan s_shortestRest = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private NcpConnectionException? _failure;
    private TimeSpan _nextTrial;
    private TaskCompletionSource<bool>? _trial;

    /// <summary>Lets a call through, or throws the known failure.</summary>
    /// <returns>Whether the call is a trial: one that is not repeated.</returns>
    /// <exception cref="NcpConnectionException">No connection could be made a moment ago.</exception>
    public async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task underWay;
            lock (_lock)
            {
                if (_failure is null)
                {
                    return false;
                }

                if (_trial is null && elapsed() < _nextTrial)
                {
                    throw _failure;
                }

                if (_trial is null)
                {
                    _trial = new TaskCompletionSource<bool>();
                    return true;
                }

                underWay = _trial.Task;
            }

            var cancelled = new TaskCompletionSource<bool>();
            using CancellationTokenRegistration registration = cancellationToken.Register(() => cancelled.TrySetCanceled());
            await (await Task.WhenAny(underWay, cancelled.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Records that a call has finally failed. The longer its last attempt took, the longer the rest.</summary>
    public void OnFailure(NcpException failure, TimeSpan duration)
    {
        TimeSpan rest = duration + duration;
        rest = rest > s_longestRest ? s_longestRest : rest < s_shortestRest ? s_shortestRest : rest;
        End(IsDown(failure) ? (NcpConnectionException)failure : null, rest);
    }

    /// <summary>Whether no connection could be made. One that was made, if only for a moment, shows that it can be.</summary>
    public static bool IsDown(NcpException failure) => failure is NcpConnectionException { Kind: not FailureKind.Indeterminate };

    public void OnResponse() => End(failure: null, TimeSpan.Zero);

    private void End(NcpConnectionException? failure, TimeSpan rest)
    {
        TaskCompletionSource<bool>? trial;
        lock (_lock)
        {
            // Of failures at once, one that was only told of another's attempt took no time: the longer rest counts.
            TimeSpan next = elapsed() + rest;
            _nextTrial = failure is not null && _failure is not null && _nextTrial > next ? _nextTrial : next;
            _failure = failure;
            trial = _trial;
            _trial = null;
        }

        trial?.TrySetResult(true);
    }
}
