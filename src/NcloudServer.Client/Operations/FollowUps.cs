using NcloudServer.Api;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>
/// Makes the requests that follow an answer, in groups as requests take them: at once, in parts, or after a pause. An arrival is polled at the
/// polling interval. For another operation, and for a request in doubt, the pause is the back-off, which grows from one to the next; where time
/// is limited, a busy server pauses for no longer than the polling interval. What the service asks for goes before that, and a server's
/// deadline before all.
/// </summary>
internal sealed class FollowUps(NcloudClient client, BatchOptions options, Schedule schedule)
{
    public void Send(IEnumerable<PendingServer> servers)
    {
        foreach (IReadOnlyList<PendingServer> chunk in schedule.Chunks(RequestKind.Change, servers))
        {
            client.Log.Verbose($"Sending {options.Action!.Name} again for {PendingServer.Count(chunk)}.");
            // What was in doubt has not been rejected before: a look-up may still explain that.
            schedule.Add(new ServerRequest(RequestKind.Change, chunk) { IsAfterLookUp = chunk[0].Reason != PendingReason.InDoubt });
        }
    }

    public void LookUp(IReadOnlyList<PendingServer> servers)
    {
        bool isAfterPause = servers[0].Result == LookUpResult.NotListed && servers[0].LookUp is { IsAfterPause: true };
        if (servers[0].Change?.Failure is { } failure && !isAfterPause)
            client.Log.Verbose($"{failure.Message} Looking up {PendingServer.Count(servers)}.");

        schedule.Add(new ServerRequest(RequestKind.LookUp, servers) { IsAfterPause = isAfterPause });
    }

    /// <summary>Lets servers pause, and has them looked up then.</summary>
    public void LookUpLater(IEnumerable<PendingServer> servers)
    {
        // Those that pause for the same thing for as long share one pause, whatever its jitter.
        foreach (var group in servers.GroupBy(KindAndRetry))
            LookUpLater(group.Key.Kind, group.Key.Retry, group.ToArray());
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
            .ConvertAll(chunk => new BusyRound(chunk, isLast: !options.IsWaiting && chunk.Any(HasNoPauseLeft)));

    private bool HasNoPauseLeft(PendingServer server) => server.BusyPauses >= client.Retry.MaximumRetryCount;

    private void LookUpLater(PauseKind kind, int retry, PendingServer[] servers)
    {
        TimeSpan pause = kind == PauseKind.Arrival ? options.PollingInterval : client.Retry.Pause(retry);
        bool isPolled = kind == PauseKind.Busy && options.IsWaiting;
        pause = isPolled && pause > options.PollingInterval ? options.PollingInterval : pause;
        TimeSpan shortest = kind switch
        {
            PauseKind.Doubt => pause,
            // These pauses are counted: a shared pause must not be much shorter than the own one.
            PauseKind.Busy when !isPolled => TimeSpan.FromTicks(pause.Ticks * 2 / 3),
            _ => TimeSpan.Zero,
        };
        TimeSpan now = client.Elapsed;
        Log(kind, servers, PendingServer.Later(now + pause, servers[0].NotBefore) - now);
        foreach (PendingServer server in servers)
        {
            TimeSpan wanted = PendingServer.Later(now + pause, server.NotBefore);
            wanted = server.Deadline < wanted ? server.Deadline.Value : wanted;
            server.OnPausing(isForBusy: kind == PauseKind.Busy);
            schedule.AddLater(server, PendingServer.Later(now + shortest, server.NotBefore), wanted, isPolling: kind == PauseKind.Arrival);
        }
    }

    private void Log(PauseKind kind, PendingServer[] servers, TimeSpan pause)
    {
        string count = PendingServer.Count(servers);
        string seconds = RetryPolicy.InSeconds(pause);
        if (kind == PauseKind.Doubt)
        {
            string doubt = $"It is not known whether {options.Action!.Name} was carried out";
            client.Log.Verbose($"{servers[0].Failure!.Message} {doubt}; looking up {count} in {seconds} s.");
        }
        else if (kind == PauseKind.Busy)
        {
            string repeat = options.IsWaiting ? string.Empty : $" ({servers[0].BusyPauses + 1} of {client.Retry.MaximumRetryCount})";
            client.Log.Verbose($"Another operation is under way on {count}; looking again in {seconds} s{repeat}.");
        }
    }

    private static (PauseKind Kind, int Retry) KindAndRetry(PendingServer server) => server switch
    {
        _ when server.IsWatched || server.Reason == PendingReason.Unread => (PauseKind.Arrival, 0),
        // The service has answered: it is only to be seen which server it meant.
        { Reason: PendingReason.InDoubt, Result: LookUpResult.None, Failure.MayBeAboutOneServer: true } =>
            (PauseKind.Doubt, Math.Min(server.DoubtRepeats, 1)),
        { Reason: PendingReason.InDoubt, Result: LookUpResult.None } => (PauseKind.Doubt, server.DoubtRepeats),
        _ => (PauseKind.Busy, server.BusyPauses),
    };

    // A request that was cut off can still be on its way through the service: in doubt, what is read too early is not the answer.
    private enum PauseKind
    {
        Arrival,
        Busy,
        Doubt,
    }
}
