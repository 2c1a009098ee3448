using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Takes responses in: what each says of each server that was asked about.</summary>
internal sealed class StateUpdater(NcloudClient client, BatchOptions options)
{
    /// <summary>Takes in that a request about servers begins.</summary>
    public void OnAsked(RequestKind kind, IReadOnlyList<PendingServer> servers, TimeSpan now)
    {
        foreach (PendingServer server in servers)
        {
            PendingState state = server.State.Asked(now, options.TimeLimit);
            server.State = kind == RequestKind.Change ? state.Sent(client.Now) : state;
        }
    }

    /// <summary>Takes in that the time of servers is over.</summary>
    public static IReadOnlyList<PendingServer> OnOverdue(IEnumerable<PendingServer> servers, TimeSpan now)
    {
        PendingServer[] overdue = servers.ToArray();
        foreach (PendingServer server in overdue)
        {
            server.State = server.State with { KnownAt = now };
        }

        return overdue;
    }

    /// <summary>Takes in the response to an action, or a look.</summary>
    public void OnAnswered(ServerRequest request, ServerResponse response)
    {
        int together = request.Servers.Count;
        foreach (PendingServer server in request.Servers)
        {
            PendingState state = server.State with { KnownAt = client.Elapsed };
            server.State = request.Kind == RequestKind.Change
                ? Changed(state, server.WireNo, response, together)
                : Looked(state, server.WireNo, response, together);
        }

        if (request.Kind == RequestKind.Look)
        {
            AfterLook(request.Servers, response.Failure);
        }
    }

    /// <summary>Takes servers for accepted that a look found where the action brings them, or that were only to be read.</summary>
    public void Accept(IReadOnlyList<PendingServer> servers)
    {
        foreach (PendingServer server in servers)
        {
            ServerInstance seen = server.State.LastSeen!;
            if (options.Action is not null)
            {
                client.Log.Verbose($"Server instance {server.ServerInstanceNo} is {ServerFailures.StatusOf(seen)}.");
            }

            server.State = Accepted(server.State, seen, isNamed: false);
        }
    }

    private PendingState Changed(PendingState state, string number, ServerResponse response, int together)
    {
        if (response.Failure is { } failure)
        {
            return response.IsAboutRequest ? state.WhenRequestRejected(failure) : state.WhenFailed(failure, together);
        }

        return response.Servers!.TryGetValue(number, out ServerInstance? seen)
            ? Accepted(state, seen, isNamed: true)
            : state.WhenLeftOut(response.IsCut);
    }

    private PendingState Looked(PendingState state, string number, ServerResponse response, int together)
    {
        if (response.Failure is { } failure)
        {
            bool isUndone = state.Reason is PendingReason.NotSent or PendingReason.Rejected or PendingReason.Busy;
            return response.IsAboutRequest && isUndone ? state.WhenRequestRejected(failure) : state.WhenUnreadable(failure, together);
        }

        return response.Servers!.TryGetValue(number, out ServerInstance? seen)
            ? state.WhenSeen(Evaluate(state, seen), seen)
            : state.WhenSeen(LookResult.Missing, server: null);
    }

    private LookResult Evaluate(PendingState state, ServerInstance seen)
    {
        bool? hasBooted = state.HasBooted(seen, client.Now, client.ClockOffset);
        return state.Reason switch
        {
            PendingReason.Accepted => options.Target!.IsReached(seen, hasBooted == true) ? LookResult.Arrived : LookResult.Ready,
            PendingReason.NotSent => LookResult.Ready,
            _ => options.Action!.Evaluate(seen, hasBooted),
        };
    }

    private PendingState Accepted(PendingState state, ServerInstance seen, bool isNamed)
    {
        bool isBooted = !isNamed && state.HasBooted(seen, client.Now, client.ClockOffset) == true;
        PendingState accepted = state.WhenAccepted(seen, isNamed, isBooted, client.Now);
        bool hasBooted = accepted.HasBooted(seen, client.Now, client.ClockOffset) == true;
        bool isThere = options.Target is not { } target || target.IsReached(seen, hasBooted);
        return accepted with { Look = isThere ? LookResult.Arrived : LookResult.None };
    }

    private void AfterLook(IReadOnlyList<PendingServer> servers, NcpException? failure)
    {
        if (failure is not null)
        {
            client.Log.Verbose($"The state of {PendingServer.Count(servers)} can't be read. {failure.Message}");
            // Rejected numbers can still be isolated without looks; awaited and read ones need them.
            if (servers.Any(server => server.State.Reason is PendingReason.Accepted or PendingReason.NotSent))
            {
                client.Fatal.SetIfFatal(failure);
            }
        }
        else if (servers.Any(server => server.State.Look != LookResult.Ready))
        {
            foreach (PendingServer server in servers)
            {
                server.State = server.State with { IsExplained = true };
            }
        }
    }
}
