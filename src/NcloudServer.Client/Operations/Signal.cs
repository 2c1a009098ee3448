using System;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>Wakes one waiter, once for any number of calls.</summary>
internal sealed class Signal
{
    private TaskCompletionSource<bool> _next = new();

    public void Set()
    {
        // Whoever sets it goes on at once, and the waiter takes its turn among all that the thread pool has to do.
        TaskCompletionSource<bool> next = Volatile.Read(ref _next);
        if (!next.Task.IsCompleted)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static waiting => ((TaskCompletionSource<bool>)waiting!).TrySetResult(true), next);
        }
    }

    /// <summary>Forgets the calls so far. What they announced has to be looked at afterwards.</summary>
    public void Reset()
    {
        if (_next.Task.IsCompleted)
        {
            Volatile.Write(ref _next, new TaskCompletionSource<bool>());
        }
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
