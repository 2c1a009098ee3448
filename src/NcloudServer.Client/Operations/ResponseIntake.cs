using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Takes responses in: what each says of each server that was asked about.</summary>
internal sealed class ResponseIntake(NcloudClient client, BatchOptions options)
{
    public void OnChanged(ServerRequest request, ServerResponse response)
    {
        int named = 0;
        foreach (PendingServer server in request.Servers)
        {
            if (response.Failure is { } failure)
            {
                server.OnFailed(failure, response.IsFromMemory);
            }
            else if (response.Servers!.TryGetValue(server.WireNo, out ServerInstance? seen))
            {
                named++;
                server.OnAccepted(seen, client.Elapsed);
                server.Result = Progress(server, isLookUp: false);
            }
            else
            {
                server.OnLeftOut();
            }
        }

        if (response.Servers?.Count > named)
            client.Log.Verbose($"The response to {options.Action!.Name} also names servers that were not asked for; they are ignored.");
    }

    public void OnLookedUp(ServerRequest request, ServerResponse response)
    {
        foreach (PendingServer server in request.Servers)
        {
            LookedUp(server, response);
            if (server.Change is { } change && server.Result is not (LookUpResult.Ready or LookUpResult.Unreadable or LookUpResult.NotListed))
            {
                change.IsExplained = true;
            }
        }

        if (response.Failure is { } failure)
        {
            client.Log.Verbose($"The state of {PendingServer.Count(request.Servers)} can't be read. {failure.Message}");
            // Rejected numbers can still be isolated without look-ups; awaited and read ones need them.
            if (request.Servers.Any(server => server.IsWatched || server.Reason == PendingReason.Unread))
                client.Gate.OnFailure(failure);
        }
    }

    /// <summary>Takes servers for accepted that a look-up found where the action brings them.</summary>
    public void Accept(IReadOnlyList<PendingServer> servers)
    {
        foreach (PendingServer server in servers)
        {
            client.Log.Verbose($"Server instance {server.ServerInstanceNo} is {ServerFailures.StatusOf(server.LastSeen)}.");
            server.Await(HasBooted(server) == true, IsUnderWay(server.LastSeen!));
            server.Result = Progress(server, isLookUp: true);
        }
    }

    private void LookedUp(PendingServer server, ServerResponse response)
    {
        if (response.Failure is { } failure)
        {
            server.OnUnreadable(failure, response.IsFromMemory);
        }
        else if (!response.Servers!.TryGetValue(server.WireNo, out ServerInstance? seen))
        {
            server.OnNotListed(response.IsCut);
        }
        else
        {
            server.OnSeen(seen, IsUnderWay(seen));
            if (server.Reason == PendingReason.Unread && options.IsWaiting)
                server.Await(isBooted: false, IsUnderWay(seen));

            server.Result = server.Reason == PendingReason.Unread ? LookUpResult.Read
                : server.IsWatched ? Progress(server, isLookUp: true)
                : options.Action!.Evaluate(ServerState.Of(seen), HasBooted(server));
        }
    }

    /// <summary>How far an accepted or awaited server has come.</summary>
    private LookUpResult Progress(PendingServer server, bool isLookUp)
    {
        ServerState state = ServerState.Of(server.LastSeen!);
        if (options.Target is not { } target || target.IsReached(state, HasBooted(server) == true))
            return LookUpResult.Arrived;

        bool isStuck = isLookUp && state.IsSettled && (state.HasFailed || server.Boot.IsUnderWaySeen);
        return server.CountStuck(isStuck) ? LookUpResult.Stuck : LookUpResult.OnItsWay;
    }

    private bool IsUnderWay(ServerInstance server) => options.Target?.IsUnderWay(ServerState.Of(server)) == true;

    private bool? HasBooted(PendingServer server) => server.Boot.HasBooted(server.LastSeen!, client.Clock, client.Elapsed);
}
