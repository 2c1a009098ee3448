using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>
/// Takes numbers from one thread, settles them in batches on others, and gives the outcomes back to the first in the order of the input.
/// That no number comes twice is the <see cref="NumberIntake"/>'s duty.
/// </summary>
internal sealed class BatchOperation : IDisposable
{
    private readonly BatchCollector _collector;
    private readonly Func<IReadOnlyList<Outcome>, Task> _settle;
    private readonly int _throttleLimit;
    private readonly Queue<Outcome> _order = new();
    private readonly ManualResetEventSlim _changed = new();
    private readonly FatalFailure _fatal = new();
    private readonly NcloudClient _client;
    private (string? RegionCode, int Length)? _lastBaseLength;
    private int _unanswered;

    public BatchOperation(ServerAction action, NcloudClient client, int batchSize, int throttleLimit, CancellationToken cancellationToken)
    {
        _client = client;
        _throttleLimit = throttleLimit;
        _collector = new BatchCollector(action.TakesList ? batchSize : 1, BaseLength);
        var settler = new BatchSettler(action, client, _fatal, OnFirstAnswer, cancellationToken);
        _settle = settler.SettleAsync;
        client.Log.Changed += _changed.Set;
    }

    /// <summary>After this failure nothing more is sent; what is under way still gets its answer.</summary>
    public NcpException? Fatal => _fatal.Value;

    /// <summary>Whether enough batches wait for their first answer that taking more numbers would only pile them up. One batch stands by, so that no connection is idle.</summary>
    public bool IsBacklogged => Volatile.Read(ref _unanswered) > _throttleLimit;

    /// <summary>Whether every number that was taken has been given back.</summary>
    public bool IsEmpty => _order.Count == 0;

    /// <summary>Takes a number. A batch is sent as soon as it is full.</summary>
    public void Add(string number, string? regionCode)
    {
        var item = new Outcome(number, regionCode);
        _order.Enqueue(item);
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
    public void AddFailure(string text, NcpException failure)
    {
        var item = new Outcome(text, null);
        item.Fail(failure);
        _order.Enqueue(item);
    }

    /// <summary>Sends what has been gathered, full or not.</summary>
    public void Flush()
    {
        foreach (IReadOnlyList<Outcome> batch in _collector.TakeRest())
        {
            Start(batch);
        }
    }

    /// <summary>The next outcome in the order of the input, or null while it is not known.</summary>
    public Outcome? TryTake() => _order.Count > 0 && _order.Peek().IsSettled ? _order.Dequeue() : null;

    /// <summary>Forgets the changes so far; call it before looking, so that no later change is missed.</summary>
    public void ResetChanged() => _changed.Reset();

    public void WaitForChange(CancellationToken cancellationToken) => _changed.Wait(cancellationToken);

    public void Dispose() => _client.Log.Changed -= _changed.Set;

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
        _ = Task.Run(() => SettleAsync(batch));
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
