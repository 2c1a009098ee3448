using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// The loop that brings every pending server to its outcome: it makes the requests that are due, takes in what comes of them, and does for
/// each server what <see cref="NextStep"/> says. Only the loop touches a server's state; others talk to it through its inbox.
/// </summary>
internal sealed class BatchExecutor : IDisposable
{
    private readonly NcloudClient _client;
    private readonly BatchOptions _options;
    private readonly PendingWork _work;
    private readonly RequestSender _sender;
    private readonly Action _onChange;
    private readonly ConcurrentQueue<Action> _inbox = new();
    private readonly SemaphoreSlim _posted = new(0);
    private readonly CancellationTokenSource _ending;
    private Task? _nextPost;
    private Exception? _crash;
    private int _inFlight;
    private int _unanswered;

    /// <param name="client">The API client.</param>
    /// <param name="options">What to do.</param>
    /// <param name="onChange">Called when there are outcomes, or room for more batches.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public BatchExecutor(NcloudClient client, BatchOptions options, Action onChange, CancellationToken cancellationToken)
    {
        _client = client;
        _options = options;
        _onChange = onChange;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _work = new PendingWork(client, options);
        _sender = new RequestSender(client, options.Action, _ending.Token);
        // Never on the pipeline's thread.
        _ = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>How many batches have not had their first answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>The servers that are awaited; null where none is.</summary>
    public WaitProgress? Waiting => _work.Waiting;

    public void Add(IReadOnlyList<PendingServer> batch)
    {
        Interlocked.Increment(ref _unanswered);
        Post(() => _work.Add(batch));
    }

    public void Dispose() => _ending.Cancel();

    private void Post(Action message)
    {
        _inbox.Enqueue(message);
        _posted.Release();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                while (_inbox.TryDequeue(out Action? message))
                {
                    Handle(message);
                }

                Handle(_work.ResumeDue);
                Handle(StartRequests);
                Handle(() => _work.RefreshProgress(isQuiet: _inFlight == 0));
                _onChange();
                await WaitForEventAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Cancelled: nobody reads the outcomes any more.
        }
    }

#pragma warning disable CA1031 // Whatever it is, a number without an outcome would make its reader wait for ever.
    private void Handle(Action message)
    {
        try
        {
            message();
            if (_crash is not null)
            {
                _work.FailAll(_crash);
            }
        }
        catch (Exception e)
        {
            _work.FailAll(_crash = e);
        }
    }
#pragma warning restore CA1031

    private void StartRequests()
    {
        // One more than the client lets through at once, so that no connection is idle.
        while (_inFlight <= _options.ThrottleLimit && _work.TakeRequest() is { } request)
        {
            _inFlight++;
            _ = SendAsync(request);
        }
    }

#pragma warning disable CA1031 // See Handle.
    private async Task SendAsync(ServerRequest request)
    {
        try
        {
            ServerResponse response = _work.Known(request) ?? await _sender.SendAsync(request).ConfigureAwait(false);
            Post(() => OnAnswered(request, () => _work.OnAnswered(request, response)));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Cancelled: nobody reads the outcomes any more.
        }
        catch (Exception e)
        {
            Post(() => OnAnswered(request, () => _work.Fail(request.Servers, e)));
        }
    }
#pragma warning restore CA1031

    private void OnAnswered(ServerRequest request, Action takeIn)
    {
        _inFlight--;
        if (request.IsFirst)
        {
            Interlocked.Decrement(ref _unanswered);
        }

        takeIn();
    }

    private async Task WaitForEventAsync()
    {
        if (!_inbox.IsEmpty)
        {
            return;
        }

        _nextPost ??= _posted.WaitAsync(_ending.Token);
        if (_work.NextDue is { } due)
        {
            using var isPosted = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
            TimeSpan left = due - _client.Elapsed;
            Task pause = _client.Retry.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, isPosted.Token);
            await Task.WhenAny(_nextPost, pause).ConfigureAwait(false);
            isPosted.Cancel();
        }
        else
        {
            await _nextPost.ConfigureAwait(false);
        }

        if (_nextPost.IsCompleted)
        {
            await _nextPost.ConfigureAwait(false);
            _nextPost = null;
        }

        _ending.Token.ThrowIfCancellationRequested();
    }
}
