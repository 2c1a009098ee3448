using System.Collections.Generic;
using System.Linq;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>The requests that wait to be made.</summary>
internal sealed class RequestQueue(NcloudClient client, BatchOptions options)
{
    private readonly Queue<ServerRequest> _first = new();
    private readonly Queue<ServerRequest> _further = new();

    /// <summary>Adds the first request of a batch.</summary>
    public void AddFirst(IReadOnlyList<PendingServer> batch)
    {
        RequestKind kind = options.Action is null ? RequestKind.Look : RequestKind.Change;
        _first.Enqueue(new ServerRequest(kind, batch) { IsFirst = true });
    }

    /// <summary>The next request to make, those first whose batch has waited longest; null where there is none.</summary>
    public ServerRequest? Take() => _further.Count > 0 ? _further.Dequeue() : _first.Count > 0 ? _first.Dequeue() : null;

    /// <summary>Asks about servers: their state, or whether a rejection is about the request.</summary>
    public void Ask(RequestKind kind, IReadOnlyList<PendingServer> servers)
    {
        if (servers[0].State is { Failure: { } failure, HasPaused: false })
        {
            client.Log.Verbose($"{failure.Message} Looking up {PendingServer.Count(servers)}.");
        }

        _further.Enqueue(new ServerRequest(kind, servers));
    }

    /// <summary>Repeats a request in halves.</summary>
    public void Split(RequestKind kind, IReadOnlyList<PendingServer> servers)
    {
        PendingState state = servers[0].State;
        NcpException? cause = kind == RequestKind.Look ? state.LookFailure : state.Failure;
        client.Log.Verbose($"Halving {PendingServer.Count(servers)}. {cause!.Message}");
        (IReadOnlyList<PendingServer> first, IReadOnlyList<PendingServer> second) = Halves.Of(servers);
        _further.Enqueue(new ServerRequest(kind, first));
        _further.Enqueue(new ServerRequest(kind, second));
    }

    /// <summary>Sends the action again.</summary>
    public void SendAgain(IReadOnlyList<PendingServer> servers)
    {
        ILookup<bool, PendingServer> byBusy = servers.ToLookup(server => server.State is { Reason: PendingReason.Busy, HasPaused: true });
        foreach (IReadOnlyList<PendingServer> chunk in Chunks(byBusy[false], options.NumbersPerRequest))
        {
            client.Log.Verbose($"Sending {options.Action!.Name} again for {PendingServer.Count(chunk)}.");
            _further.Enqueue(new ServerRequest(RequestKind.Change, chunk));
        }

        // Those first that were found busy alone longest ago: each gets its turn.
        IEnumerable<PendingServer> busy = byBusy[true].OrderBy(server => server.State.BusyAlone);
        foreach (IReadOnlyList<PendingServer> chunk in Chunks(busy, options.NumbersPerRequest))
        {
            bool isLast = chunk.Any(server => server.State.Deadline is null && server.State.BusyRounds >= client.Retry.MaximumRetryCount);
            Advance(new AskingRound(chunk, isLast));
        }
    }

    /// <summary>Goes on with a round.</summary>
    /// <returns>The servers that are left for the next round, if this one is over.</returns>
    public IReadOnlyList<PendingServer> Advance(AskingRound round)
    {
        if (round.Next() is { } next)
        {
            _further.Enqueue(new ServerRequest(RequestKind.Change, next) { Round = round });
            return [];
        }

        return round.Rest();
    }

    /// <summary>Groups servers as requests take them: by region, by size, by length of the address.</summary>
    public IEnumerable<IReadOnlyList<PendingServer>> Chunks(IEnumerable<PendingServer> servers, int size)
    {
        var collector = new BatchCollector(size, region => client.UrlLengthWithoutNumbers(options.Action?.Api, region));
        List<IReadOnlyList<PendingServer>> chunks = [];
        foreach (PendingServer server in servers)
        {
            if (collector.Add(server) is { } full)
            {
                chunks.Add(full);
            }
        }

        return [.. chunks, .. collector.TakeRest()];
    }

    public void Clear()
    {
        _first.Clear();
        _further.Clear();
    }
}
