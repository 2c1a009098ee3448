using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Api;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>
/// How long servers pause before the next look at them, each group as its reason asks for, and never beyond a server's deadline.
/// </summary>
internal sealed class Pauses(NcloudClient client, BatchOptions options)
{
    private readonly Appointments _appointments = new();

    /// <summary>When the next pause ends; null where nothing pauses.</summary>
    public TimeSpan? Next => _appointments.Next;

    /// <summary>Lets servers pause.</summary>
    public void Add(IEnumerable<PendingServer> servers)
    {
        // Those that pause for the same thing for as long share one pause, whatever its jitter.
        foreach (var group in servers.GroupBy(server => (Kind: KindOf(server.State), Round: RoundOf(server.State))).ToArray())
        {
            Add(group.Key.Kind, group.Key.Round, group.ToArray());
        }
    }

    /// <summary>Hands out the servers whose pause is over.</summary>
    public IReadOnlyList<PendingServer> TakeDue() => _appointments.TakeDue(client.Elapsed);

    private void Add(PauseKind kind, int round, PendingServer[] servers)
    {
        TimeSpan backOff = client.Retry.Pause(round, (servers[0].State.Failure as NcpServiceException)?.RetryAfter);
        TimeSpan interval = options.Wait.PollingInterval;
        bool isLimited = options.TimeLimit is not null;
        (TimeSpan pause, TimeSpan shortest) = kind switch
        {
            PauseKind.Arrival => (interval, TimeSpan.Zero),
            PauseKind.Busy when isLimited => (backOff < interval ? backOff : interval, TimeSpan.Zero),
            // Rounds are counted here: a shared pause must not be much shorter than the own one.
            PauseKind.Busy => (backOff, TimeSpan.FromTicks(backOff.Ticks * 2 / 3)),
            _ => (backOff, backOff),
        };
        Log(kind, pause, servers);
        TimeSpan now = client.Elapsed;
        foreach (PendingServer server in servers)
        {
            PendingState state = server.State.Pausing();
            server.State = kind == PauseKind.Busy ? state with { BusyRounds = state.BusyRounds + 1 } : state;
            TimeSpan wanted = state.Deadline < now + pause ? state.Deadline.Value : now + pause;
            _appointments.Add(server, now + shortest, wanted, kind == PauseKind.Arrival);
        }
    }

    private void Log(PauseKind kind, TimeSpan pause, PendingServer[] servers)
    {
        string action = options.Action?.Name ?? string.Empty;
        string count = PendingServer.Count(servers);
        string seconds = RetryPolicy.InSeconds(pause);
        PendingState state = servers[0].State;
        if (kind == PauseKind.Doubt)
        {
            string doubt = $"It is not known whether {action} was carried out";
            client.Log.Verbose($"{state.Failure!.Message} {doubt}; looking up {count} in {seconds} s.");
        }
        else if (kind == PauseKind.Busy)
        {
            string round = state.Deadline is null ? $" ({state.BusyRounds + 1} of {client.Retry.MaximumRetryCount})" : string.Empty;
            client.Log.Verbose($"Another operation is under way on {count}; looking again in {seconds} s{round}.");
        }
    }

    private static PauseKind KindOf(PendingState state) => state switch
    {
        { Reason: PendingReason.Accepted or PendingReason.NotSent } => PauseKind.Arrival,
        // A request that was cut off can still be on its way through the service: what is read too early is not the answer.
        { Reason: PendingReason.InDoubt, Look: LookResult.None } => PauseKind.Doubt,
        _ => PauseKind.Busy,
    };

    private static int RoundOf(PendingState state) => KindOf(state) switch
    {
        // The service has answered: it is only to be seen which server it meant.
        PauseKind.Doubt when state.Failure is { MayBeAboutOneServer: true } => Math.Min(state.DoubtRepeats, 1),
        PauseKind.Doubt => state.DoubtRepeats,
        PauseKind.Busy => state.BusyRounds,
        _ => 0,
    };

    private enum PauseKind
    {
        Arrival,
        Busy,
        Doubt,
    }
}
