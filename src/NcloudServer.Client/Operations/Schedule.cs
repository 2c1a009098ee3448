using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// All that is to be sent, by the time at which it is due: requests that are due now, and look-ups after a pause. Those whose pauses end about
/// the same time share a request. A request is about as many servers as are wanted, and fewer where the service has been found to take fewer.
/// </summary>
internal sealed class Schedule(NcloudClient client, BatchOptions options)
{
    private const int NumbersPerLookUp = 100;

    private readonly LinkedList<ServerRequest> _first = [];
    private readonly LinkedList<ServerRequest> _further = [];
    private readonly List<ScheduledLookUp> _later = [];
    private int _changeSize = options.NumbersPerRequest;
    private int _lookUpSize = NumbersPerLookUp;
    private int _cutTo = NumbersPerLookUp;

    public bool HasRequest => _further.Count > 0 || _first.Count > 0;

    /// <summary>When there is something to do next that no response brings about; null where there is nothing.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            TimeSpan? next = _later.Count == 0 ? null : _later.Min(lookUp => lookUp.Time);
            TimeSpan? end = _further.Min(End);
            next = next is null || end < next ? end ?? next : next;
            bool isHeld = HasRequest && client.Gate.OpensAt > client.Elapsed;
            return isHeld && !(next < client.Gate.OpensAt) ? client.Gate.OpensAt : next;
        }
    }

    public void AddFirst(ServerRequest request) => _first.AddLast(request);

    /// <summary>Adds a request that goes before all first ones: its batch has waited longer.</summary>
    public void Add(ServerRequest request)
    {
        request.AddedAt = client.Elapsed;
        _further.AddLast(request);
    }

    /// <summary>
    /// Has a server looked up at the wanted time, or together with others not before the earliest. Those whose arrival is polled share no
    /// time with the busy, whose pauses are shorter.
    /// </summary>
    public void AddLater(PendingServer server, TimeSpan earliest, TimeSpan wanted, bool isPolling)
    {
        ScheduledLookUp? shared = null;
        foreach (ScheduledLookUp lookUp in _later)
        {
            bool fits = lookUp.IsPolling == isPolling && lookUp.Time >= earliest && lookUp.Time <= wanted;
            shared = fits && (shared is null || lookUp.Time > shared.Time) ? lookUp : shared;
        }

        if (shared is null)
            _later.Add(shared = new ScheduledLookUp(wanted, isPolling, []));

        shared.Servers.Add(server);
    }

    /// <summary>Makes requests of the look-ups whose time has come.</summary>
    public void BringUp()
    {
        if (_later.Count == 0)
            return;

        TimeSpan now = client.Elapsed;
        ScheduledLookUp[] due = _later.Where(lookUp => lookUp.Time <= now).OrderBy(lookUp => lookUp.Time).ToArray();
        _later.RemoveAll(lookUp => lookUp.Time <= now);
        foreach (IReadOnlyList<PendingServer> servers in Chunks(RequestKind.LookUp, due.SelectMany(lookUp => lookUp.Servers)))
            Add(new ServerRequest(RequestKind.LookUp, servers) { IsAfterPause = true });
    }

    /// <summary>Takes out a request that comes too late for some of its servers; null where there is none.</summary>
    public ServerRequest? TakeOverdue()
    {
        TimeSpan now = client.Elapsed;
        ServerRequest? overdue = _further.FirstOrDefault(request => End(request) <= now);
        return overdue is not null && _further.Remove(overdue) ? overdue : null;
    }

    public ServerRequest Take()
    {
        LinkedList<ServerRequest> queue = _further.Count > 0 ? _further : _first;
        // Look-ups that explain rejections wait for each other: one request for all is enough.
        ServerRequest request = queue.FirstOrDefault(one => one is not { Kind: RequestKind.LookUp, IsAfterPause: false, IsPart: false, IsFirst: false })
            ?? queue.First!.Value;
        queue.Remove(request);
        int limit = Limit(request.Kind);
        if (request.Kind == RequestKind.CheckRegion || request.Round is not null)
            return request;

        if (request.Servers.Count > limit)
        {
            queue.AddFirst(request.For(request.Servers.Skip(limit).ToArray(), isFirst: false));
            return request.For(request.Servers.Take(limit).ToArray(), request.IsFirst);
        }

        return request.Kind == RequestKind.LookUp && !request.IsPart ? WithOthers(request, limit) : request;
    }

    public void Clear()
    {
        _first.Clear();
        _further.Clear();
        _later.Clear();
    }

    /// <summary>Learns from a response that a request was too long, or that a list holds less than was asked for.</summary>
    public void Learn(ServerRequest request, ServerResponse response)
    {
        bool isTooLarge = response.Failure is { Kind: FailureKind.TooLarge };
        if (isTooLarge && request.Kind == RequestKind.Change)
        {
            _changeSize = Math.Min(_changeSize, Half(request.Servers.Count));
        }
        else if (isTooLarge)
        {
            _lookUpSize = Math.Min(_lookUpSize, Half(request.Servers.Count));
        }
        else if (response is { IsCut: true, Servers.Count: var count } && request.Kind == RequestKind.LookUp)
        {
            // A list may be cut short once, on its way; a service that caps its lists does it again.
            _lookUpSize = Math.Min(_lookUpSize, Math.Max(_cutTo, count));
            _cutTo = Math.Max(count, 1);
        }
    }

    /// <summary>Groups servers as requests take them: by region, by size, by length of the address.</summary>
    public List<IReadOnlyList<PendingServer>> Chunks(RequestKind kind, IEnumerable<PendingServer> servers, int size = int.MaxValue)
    {
        var collector = new BatchCollector(
            Math.Min(size, Limit(kind)), region => client.UrlLengthWithoutNumbers(options.Action?.Api, region));
        return [.. servers.Select(collector.Add).OfType<IReadOnlyList<PendingServer>>(), .. collector.TakeRest()];
    }

    /// <summary>The size of the larger part of a request that is taken apart.</summary>
    public static int Half(int count) => (count + 1) / 2;

    private int Limit(RequestKind kind) => kind == RequestKind.Change ? _changeSize : _lookUpSize;

    // Nothing is changed any more for those whose time is over. A last look-up is theirs, if it does not wait for its turn for long.
    private static TimeSpan? End(ServerRequest request) => request.EarliestDeadline is not { } deadline ? null
        : request.Kind == RequestKind.Change ? deadline
        : ApiCaller.WithGrace(deadline > request.AddedAt ? deadline : request.AddedAt);

    /// <summary>One look-up for all that wait and fit into it.</summary>
    private ServerRequest WithOthers(ServerRequest request, int limit)
    {
        List<PendingServer> servers = [.. request.Servers];
        foreach (ServerRequest other in _further.ToArray())
        {
            bool fits = other is { Kind: RequestKind.LookUp, IsPart: false, IsFirst: false } && other.RegionCode == request.RegionCode
                && other.IsAfterPause == request.IsAfterPause && servers.Count + other.Servers.Count <= limit;
            if (fits && Chunks(RequestKind.LookUp, servers.Concat(other.Servers)).Count == 1)
            {
                servers.AddRange(other.Servers);
                _further.Remove(other);
            }
        }

        return servers.Count == request.Servers.Count ? request : request.For(servers, request.IsFirst);
    }

    private sealed record ScheduledLookUp(TimeSpan Time, bool IsPolling, List<PendingServer> Servers);
}
