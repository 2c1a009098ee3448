using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>The two calls that settling a batch consists of: the action, and a look at the servers.</summary>
internal sealed class BatchCalls(ServerAction action, NcloudClient client, BatchEvents events, CancellationToken cancellationToken)
{
    /// <summary>Sends the numbers and settles those that the reply names.</summary>
    /// <returns>The others, and why: null where the service accepted the request but left them out.</returns>
    public async Task<(List<Outcome> Open, NcpException? Failure)> SendAsync(IReadOnlyList<Outcome> items)
    {
        try
        {
            DateTimeOffset now = client.Now;
            foreach (Outcome item in items)
            {
                item.FirstSent ??= now;
            }

            IReadOnlyList<ServerInstance> reply = await client
                .ChangeAsync(action, items[0].RegionCode, Numbers(items), cancellationToken).ConfigureAwait(false);
            Dictionary<string, ServerInstance> named = ServersByNumber.From(reply);
            List<Outcome> open = items.Where(item => !TryAccept(item, named)).ToList();
            if (reply.Count > items.Count - open.Count)
            {
                client.Log.Verbose($"The reply to {action.Name} also names servers that were not asked for, or names one twice; they are passed over.");
            }

            return (open, null);
        }
        catch (NcpException e)
        {
            return ([.. items], e);
        }
    }

    /// <summary>Reads the servers' state.</summary>
    /// <exception cref="NcpException">It can't be read.</exception>
    public async Task<Dictionary<string, ServerInstance>> LookUpAsync(List<Outcome> items) =>
        ServersByNumber.From(await client.FindAsync(items[0].RegionCode, Numbers(items), cancellationToken).ConfigureAwait(false));

    private bool TryAccept(Outcome item, Dictionary<string, ServerInstance> named)
    {
        if (!named.TryGetValue(item.ServerInstanceNo, out ServerInstance? server))
        {
            return false;
        }

        item.UptimeBefore = server.Uptime;
        events.Accept(item, server);
        return true;
    }

    private static string[] Numbers(IReadOnlyList<Outcome> items) => items.Select(item => item.ServerInstanceNo).ToArray();
}
