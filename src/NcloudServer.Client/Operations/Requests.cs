using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Makes the further requests for servers, in groups as requests take them, and puts them into the schedule.</summary>
internal sealed class Requests(NcloudClient client, BatchOptions options, Schedule schedule)
{
    /// <summary>Sends the action again.</summary>
    public void Send(IEnumerable<PendingServer> servers)
    {
        foreach (IReadOnlyList<PendingServer> chunk in schedule.Chunks(RequestKind.Change, servers))
        {
            client.Log.Verbose($"Sending {options.Action!.Name} again for {PendingServer.Count(chunk)}.");
            // What was in doubt has not been rejected before: a look-up may still explain that.
            schedule.Add(new ServerRequest(RequestKind.Change, chunk) { IsAfterLookUp = chunk[0].Reason != PendingReason.InDoubt });
        }
    }

    /// <summary>Looks servers up, without a pause.</summary>
    public void LookUp(IReadOnlyList<PendingServer> servers)
    {
        bool isAfterPause = servers[0].Result == LookUpResult.NotListed && servers[0].LookUp is { IsAfterPause: true };
        if (servers[0].Change?.Failure is { } failure && !isAfterPause)
        {
            client.Log.Verbose($"{failure.Message} Looking up {PendingServer.Count(servers)}.");
        }

        schedule.Add(new ServerRequest(RequestKind.LookUp, servers) { IsAfterPause = isAfterPause });
    }

    /// <summary>Repeats a request in parts: the only way in which one is taken apart.</summary>
    public void Divide(ServerRequest request, IReadOnlyList<PendingServer> servers)
    {
        client.Log.Verbose($"Halving {PendingServer.Count(servers)}. {request.Failure!.Message}");
        foreach (IReadOnlyList<PendingServer> part in schedule.Chunks(request.Kind, servers, Schedule.Half(servers.Count)))
        {
            schedule.Add(new ServerRequest(request.Kind, part)
            {
                // Parts that are rejected again are taken apart further. What was too long has not been rejected yet.
                IsAfterLookUp = request.IsAfterLookUp || servers[0].Reason != PendingReason.TooLarge,
                IsAfterPause = request.IsAfterPause,
                IsPart = true,
            });
        }
    }

    /// <summary>The rounds in which busy servers whose pause is over are asked about, together.</summary>
    public List<BusyRound> RoundsOf(IEnumerable<PendingServer> servers) =>
        // Those first that were found busy alone longest ago: each gets its turn.
        schedule.Chunks(RequestKind.Change, servers.OrderBy(server => server.BusyAloneAt))
            .ConvertAll(chunk => new BusyRound(chunk, isLast: !options.IsWaiting && chunk.Any(HasNoRoundLeft)));

    private bool HasNoRoundLeft(PendingServer server) => server.BusyRounds >= client.Retry.MaximumRetryCount;
}
