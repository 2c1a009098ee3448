using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>Wakes one waiter, once for any number of calls.</summary>
/// <param name="queue">Has the waiter take its turn among all that there is to do, while whoever sets the signal goes on at once.</param>
internal sealed class Signal(Action<Action> queue)
{
    private TaskCompletionSource<bool> _next = new();

    public void Set()
    {
        TaskCompletionSource<bool> next = Volatile.Read(ref _next);
        if (!next.Task.IsCompleted)
            queue(() => next.TrySetResult(true));
    }

    /// <summary>Forgets the calls so far. What they announced has to be looked at afterwards.</summary>
    public void Reset()
    {
        if (_next.Task.IsCompleted)
            Volatile.Write(ref _next, new TaskCompletionSource<bool>());
    }

    /// <summary>Waits for a call, or until some time has passed.</summary>
    public async Task WaitAsync(RetryPolicy clock, TimeSpan? time, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(Set);
        Task next = _next.Task;
        if (time is not { } left)
        {
            await next.ConfigureAwait(false);
        }
        else if (!next.IsCompleted)
        {
            using var isSet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task pause = clock.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, isSet.Token);
            await Task.WhenAny(next, pause).ConfigureAwait(false);
            isSet.Cancel();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
