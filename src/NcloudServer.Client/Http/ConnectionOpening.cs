namespace NcloudServer.Http;

/// <summary>While no connection stands, one request tries to make one, and those that come meanwhile share what it finds out.</summary>
internal sealed class ConnectionOpening
{
    private readonly object _lock = new();
    private TaskCompletionSource<NcpConnectionException?>? _attempt;
    private bool _isOpen;

    /// <summary>Begins an attempt, which <see cref="End"/> ends, unless there is one already.</summary>
    /// <returns>Null for the caller to go on; else the attempt under way, with its failure or null where it made a connection.</returns>
    public Task<NcpConnectionException?>? Join()
    {
        lock (_lock)
        {
            if (!_isOpen && _attempt is not null)
                return _attempt.Task;

            _attempt = _isOpen ? null : new(TaskCreationOptions.RunContinuationsAsynchronously);
            return null;
        }
    }

    /// <summary>Tells those who wait whether a request's connection was made, or why not, as far as that is known.</summary>
    public void End(bool isOpen, NcpConnectionException? failure = null)
    {
        TaskCompletionSource<NcpConnectionException?>? attempt;
        lock (_lock)
        {
            attempt = _attempt;
            _attempt = null;
            _isOpen = isOpen;
        }

        attempt?.TrySetResult(failure);
    }
}
