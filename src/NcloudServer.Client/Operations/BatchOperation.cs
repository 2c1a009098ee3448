using System.Collections.Concurrent;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// Where a number's way begins and ends. <see cref="Add"/> gathers numbers into batches (<see cref="BatchCollector"/>); the
/// <see cref="OperationLoop"/> carries them out on another thread, as <see cref="NextStep"/> says for each; <see cref="TryTake"/> gives the
/// outcomes back: in the order of the input, or, where a state is awaited, as they arrive. That no number comes twice is the
/// <see cref="NumberFilter"/>'s duty.
/// </summary>
internal sealed class BatchOperation : IDisposable
{
    private readonly NcloudClient _client;
    private readonly BatchOptions _options;
    private readonly BatchCollector _collector;
    private readonly OperationLoop _loop;
    private readonly Queue<PendingServer> _inOrder = new();
    private readonly ConcurrentQueue<Outcome> _asTheyArrive = new();
    private readonly ManualResetEventSlim _changed = new();
    private (string? RegionCode, int Length)? _lastBaseLength;

    public BatchOperation(NcloudClient client, BatchOptions options, CancellationToken cancellationToken)
    {
        _client = client;
        _options = options;
        _collector = new BatchCollector(options.NumbersPerRequest, BaseLength);
        _loop = new OperationLoop(client, options, _changed.Set, cancellationToken);
        client.Log.Changed += _changed.Set;
    }

    /// <summary>After this failure nothing more is sent; what is under way still gets its answer.</summary>
    public NcpException? Fatal => _client.Gate.Fatal;

    /// <summary>Whether more numbers would only pile up. One batch stands by, so that no connection is idle.</summary>
    public bool IsBacklogged => _loop.Unanswered > _client.Gate.Limit;

    public int Added { get; private set; }
    public int Returned { get; private set; }
    public bool IsEmpty => Returned == Added;

    /// <summary>Whether no outcome is to come soon: gathered numbers are not sent yet, and a state may be long in coming.</summary>
    public bool ExpectsNothingSoon => IsEmpty || _options.IsWaiting || _options.NumbersPerRequest > 1;

    /// <inheritdoc cref="OperationLoop.Waiting"/>
    public WaitProgress? Waiting => _loop.Waiting;

    /// <summary>Adds a number. A batch is sent as soon as it is full.</summary>
    public void Add(string number, string? regionCode)
    {
        PendingServer server = NewServer(number, regionCode);
        if (BaseLength(regionCode) + NcloudClient.UrlLengthOf(1, number) > ApiRequest.LongestUrl)
        {
            server.End(ServerFailures.InvalidRegion(number));
        }
        else if (_collector.Add(server) is { } full)
        {
            _loop.Add(full);
        }
    }

    /// <summary>Gives a text that can't be acted on its place in the order.</summary>
    public void AddFailure(string text, NcpException failure) => NewServer(text, regionCode: null).End(failure);

    /// <summary>Sends what has been gathered, full or not.</summary>
    public void Flush()
    {
        foreach (IReadOnlyList<PendingServer> batch in _collector.TakeRest())
            _loop.Add(batch);
    }

    /// <summary>The next outcome; null while it is not known.</summary>
    public Outcome? TryTake()
    {
        Outcome? next = null;
        if (_options.IsWaiting)
        {
            _asTheyArrive.TryDequeue(out next);
        }
        else if (_inOrder.Count > 0 && _inOrder.Peek().Outcome is { } outcome)
        {
            next = outcome;
            _inOrder.Dequeue();
        }

        Returned += next is null ? 0 : 1;
        return next;
    }

    /// <summary>Forgets the changes so far; call it before looking, so that no later change is missed.</summary>
    public void ResetChanged() => _changed.Reset();

    /// <returns>Whether something has changed before the time was over.</returns>
    public bool WaitForChange(TimeSpan time, CancellationToken cancellationToken) => _changed.Wait(time, cancellationToken);

    public void Dispose()
    {
        _client.Log.Changed -= _changed.Set;
        _loop.Dispose();
    }

    private PendingServer NewServer(string text, string? regionCode)
    {
        Added++;
        PendingReason reason = _options.Action is null ? PendingReason.Unread : PendingReason.New;
        var server = new PendingServer(text, regionCode, reason, _options.IsWaiting ? _asTheyArrive.Enqueue : null);
        if (!_options.IsWaiting)
            _inOrder.Enqueue(server);

        return server;
    }

    // Asked for every number, while the region hardly ever changes.
    private int BaseLength(string? regionCode)
    {
        if (_lastBaseLength is not { } last || last.RegionCode != regionCode)
            _lastBaseLength = last = (regionCode, _client.UrlLengthWithoutNumbers(_options.Action?.Api, regionCode));

        return last.Length;
    }
}
