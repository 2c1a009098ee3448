using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Takes responses in: what each says of each server that was asked about.</summary>
internal sealed class ResponseIntake(NcloudClient client, BatchOptions options)
{
    // A list may lag behind: what one look-up shows may be what was before.
    private const int LookUpsUntilStuck = 3;

    /// <summary>Takes in the response to an action, or a look-up.</summary>
    public void OnAnswered(ServerRequest request, ServerResponse response)
    {
        foreach (PendingServer server in request.Servers)
        {
            if (request.Kind == RequestKind.Change)
            {
                Changed(server, response);
            }
            else
            {
                LookedUp(server, response);
            }
        }

        if (request.Kind == RequestKind.LookUp)
        {
            AfterLookUp(request);
        }
        else if (response.Servers is { } named && named.Count > request.Servers.Count(server => named.ContainsKey(server.WireNo)))
        {
            client.Log.Verbose($"The response to {options.Action!.Name} also names servers that were not asked for; they are ignored.");
        }
    }

    /// <summary>Takes servers for accepted that a look-up found where the action brings them.</summary>
    public void Accept(IReadOnlyList<PendingServer> servers)
    {
        foreach (PendingServer server in servers)
        {
            client.Log.Verbose($"Server instance {server.ServerInstanceNo} is {ServerFailures.StatusOf(server.LastSeen)}.");
            Await(server, HasBooted(server) == true);
        }
    }

    private void Changed(PendingServer server, ServerResponse response)
    {
        if (response.Failure is { } failure)
        {
            server.OnFailed(failure, response.IsFromMemory);
        }
        else if (response.Servers!.TryGetValue(server.WireNo, out ServerInstance? seen))
        {
            server.OnAccepted(seen, client.Elapsed);
            server.Result = Awaited(server, isLookUp: false);
        }
        else
        {
            server.OnLeftOut();
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
            server.OnSeen(seen, options.Target?.IsUnderWay(ServerState.Of(seen)) == true);
            Judge(server);
        }
    }

    private void Judge(PendingServer server)
    {
        if (server.Reason == PendingReason.Unread && options.IsWaiting)
        {
            Await(server, isBooted: false);
        }
        else
        {
            server.Result = server.Reason is PendingReason.Unread or PendingReason.Accepted or PendingReason.Awaited
                ? Awaited(server, isLookUp: true)
                : options.Action!.Evaluate(ServerState.Of(server.LastSeen!), HasBooted(server));
        }
    }

    private void Await(PendingServer server, bool isBooted)
    {
        server.Await(isBooted, options.Target?.IsUnderWay(ServerState.Of(server.LastSeen!)) == true);
        server.Result = Awaited(server, isLookUp: true);
    }

    private LookUpResult Awaited(PendingServer server, bool isLookUp)
    {
        ServerState state = ServerState.Of(server.LastSeen!);
        if (options.Target is not { } target || target.IsReached(state, HasBooted(server) == true))
        {
            return LookUpResult.Arrived;
        }

        bool isStuck = isLookUp && state.IsSettled && (state.HasFailed || server.Boot.IsUnderWaySeen);
        return server.CountStuck(isStuck) >= LookUpsUntilStuck ? LookUpResult.Failed : LookUpResult.OnItsWay;
    }

    private bool? HasBooted(PendingServer server) => server.Boot.HasBooted(server.LastSeen!, client.Clock, client.Elapsed);

    private void AfterLookUp(ServerRequest request)
    {
        if (request.Failure is { } failure)
        {
            client.Log.Verbose($"The state of {PendingServer.Count(request.Servers)} can't be read. {failure.Message}");
            // Rejected numbers can still be isolated without look-ups; awaited and read ones need them.
            if (request.Servers.Any(server => server.Reason is PendingReason.Accepted or PendingReason.Awaited or PendingReason.Unread))
            {
                client.Gate.OnFailure(failure);
            }
        }

        foreach (PendingServer server in request.Servers)
        {
            if (server.Change is { } change && server.Result is not (LookUpResult.Ready or LookUpResult.Unreadable or LookUpResult.NotListed))
            {
                change.IsExplained = true;
            }
        }
    }
}
