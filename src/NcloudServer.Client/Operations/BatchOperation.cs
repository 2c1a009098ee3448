using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>What is done with the numbers, and how.</summary>
internal sealed record BatchOptions
{
    /// <summary>The action; null to read the servers alone.</summary>
    public ServerAction? Action { get; init; }

    /// <summary>The state to wait for; null to be content with the service's answer.</summary>
    public Goal? Goal { get; init; }

    public WaitOptions Wait { get; init; } = new(TimeSpan.FromSeconds(900), TimeSpan.FromSeconds(5));

    public int BatchSize { get; init; } = 100;

    public int ThrottleLimit { get; init; } = 4;
}

/// <summary>
/// Takes numbers from one thread, settles them in batches on others, and gives the outcomes back to the first: in the order of the input,
/// or, where a state is waited for, as they arrive. That no number comes twice is the <see cref="NumberIntake"/>'s duty.
/// </summary>
internal sealed class BatchOperation : IDisposable
{
    private readonly NcloudClient _client;
    private readonly BatchOptions _options;
    private readonly BatchCollector _collector;
    private readonly Func<IReadOnlyList<Outcome>, Task> _settle;
    private readonly ArrivalWaiter? _waiter;
    private readonly Queue<Outcome> _inOrder = new();
    private readonly ConcurrentQueue<Outcome> _asTheyArrive = new();
    private readonly ManualResetEventSlim _changed = new();
    private (string? RegionCode, int Length)? _lastBaseLength;
    private Task _lastStart = Task.CompletedTask;
    private int _unanswered;

    public BatchOperation(NcloudClient client, BatchOptions options, CancellationToken cancellationToken)
    {
        _client = client;
        _options = options;
        _waiter = options.Goal is { } goal ? new ArrivalWaiter(client, goal, options.Wait, _changed.Set, cancellationToken) : null;
        _collector = new BatchCollector(options.Action is { Goal: null } ? 1 : options.BatchSize, BaseLength);
        var events = new BatchEvents(OnFirstAnswer, _waiter is null ? (item, server) => item.Succeed(server) : _waiter.Join);
        _settle = options.Action is { } action
            ? new BatchSettler(action, client, events, _waiter is null ? null : options.Wait, cancellationToken).SettleAsync
            : new BatchReader(client, events, cancellationToken).SettleAsync;
        client.Log.Changed += _changed.Set;
    }

    /// <summary>After this failure nothing more is sent; what is under way still gets its answer.</summary>
    public NcpException? Fatal => _client.Fatal.Value;

    /// <summary>Whether enough batches wait for their first answer that taking more numbers would only pile them up. One batch stands by, so that no connection is idle.</summary>
    public bool IsBacklogged => Volatile.Read(ref _unanswered) > _options.ThrottleLimit;

    /// <summary>How many numbers were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>How many outcomes were given back.</summary>
    public int Given { get; private set; }

    public bool IsEmpty => Given == Taken;

    /// <summary>How many servers are waited for, what most of them do, and how long the last of them may still take; null where nothing is waited for.</summary>
    public (int Count, string Status, TimeSpan TimeLeft)? Waiting => _waiter?.Progress;

    /// <summary>Takes a number. A batch is sent as soon as it is full.</summary>
    public void Add(string number, string? regionCode)
    {
        Outcome item = Take(number, regionCode);
        if (BaseLength(regionCode) + NcloudClient.UrlLengthOf(1, number) > BatchCollector.LongestUrl)
        {
            item.Fail(ServerFailures.InvalidRegion(number));
        }
        else if (_collector.Add(item) is { } full)
        {
            Start(full);
        }
    }

    /// <summary>Gives a text that is no number its place in the order.</summary>
    public void AddFailure(string text, NcpException failure) => Take(text, null).Fail(failure);

    /// <summary>Sends what has been gathered, full or not.</summary>
    public void Flush()
    {
        foreach (IReadOnlyList<Outcome> batch in _collector.TakeRest())
        {
            Start(batch);
        }
    }

    /// <summary>The next outcome, or null while it is not known.</summary>
    public Outcome? TryTake()
    {
        Outcome? next = null;
        if (_waiter is not null)
        {
            _asTheyArrive.TryDequeue(out next);
        }
        else if (_inOrder.Count > 0 && _inOrder.Peek().IsSettled)
        {
            next = _inOrder.Dequeue();
        }

        Given += next is null ? 0 : 1;
        return next;
    }

    /// <summary>Forgets the changes so far; call it before looking, so that no later change is missed.</summary>
    public void ResetChanged() => _changed.Reset();

    /// <returns>Whether something has changed, before the time was over.</returns>
    public bool WaitForChange(TimeSpan time, CancellationToken cancellationToken) => _changed.Wait(time, cancellationToken);

    public void Dispose() => _client.Log.Changed -= _changed.Set;

    private Outcome Take(string text, string? regionCode)
    {
        Taken++;
        if (_waiter is not null)
        {
            return new Outcome(text, regionCode, _asTheyArrive.Enqueue);
        }

        var item = new Outcome(text, regionCode);
        _inOrder.Enqueue(item);
        return item;
    }

    // Asked for every number, while the region hardly ever changes.
    private int BaseLength(string? regionCode)
    {
        if (_lastBaseLength is not { } last || last.RegionCode != regionCode)
        {
            _lastBaseLength = last = (regionCode, _client.UrlLengthWithoutNumbers(regionCode));
        }

        return last.Length;
    }

    private void Start(IReadOnlyList<Outcome> batch)
    {
        Interlocked.Increment(ref _unanswered);
        // One after the other as far as the client's gate, which lets them through in that order; never on the pipeline's thread.
        _lastStart = _lastStart.ContinueWith(_ => SettleAsync(batch), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task SettleAsync(IReadOnlyList<Outcome> batch)
    {
        try
        {
            await _settle(batch).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled no longer asks for outcomes.
        }
#pragma warning disable CA1031 // Whatever it is, a number without an outcome would make its reader wait for ever.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (Outcome item in batch)
            {
                item.Fail(ServerFailures.Unexpected(item, e));
            }
        }
        finally
        {
            _changed.Set();
        }
    }

    private void OnFirstAnswer()
    {
        Interlocked.Decrement(ref _unanswered);
        _changed.Set();
    }
}
