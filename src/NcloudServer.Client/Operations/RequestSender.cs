using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Makes the requests of an operation and turns what comes of each into a response.</summary>
internal sealed class RequestSender(NcloudClient client, ServerAction? action, CancellationToken cancellationToken)
{
    /// <summary>Makes a request. Cancellation aside, every failure is a response.</summary>
    public async Task<ServerResponse> SendAsync(ServerRequest request)
    {
        try
        {
            IReadOnlyList<ServerInstance> servers = await CallAsync(request).ConfigureAwait(false);
            Dictionary<string, ServerInstance> named = ServersByNumber.From(servers);
            if (request.Kind == RequestKind.Change && named.Count > request.Servers.Count(server => named.ContainsKey(server.WireNo)))
            {
                client.Log.Verbose($"The reply to {action!.Name} also names servers that were not asked for; they are ignored.");
            }

            return new ServerResponse(named, Failure: null);
        }
        catch (NcpException e)
        {
            return new ServerResponse(Servers: null, e);
        }
    }

    private async Task<IReadOnlyList<ServerInstance>> CallAsync(ServerRequest request)
    {
        string[] numbers = request.Servers.Select(server => server.WireNo).ToArray();
        // Whose time is over first must not be kept by the repeats of a request for others.
        TimeSpan? until = request is { IsPart: true, Servers.Count: > 1 } ? TimeSpan.Zero : request.Servers.Min(server => server.State.Deadline);
        return request.Kind switch
        {
            RequestKind.Change => await client.ChangeAsync(action!.Api, request.RegionCode, numbers, until, cancellationToken).ConfigureAwait(false),
            RequestKind.Look => await client.FindAsync(request.RegionCode, numbers, until, cancellationToken).ConfigureAwait(false),
            _ => (await client.ListAsync(new ServerFilter(request.RegionCode), pageNo: 1, pageSize: 1, until, cancellationToken).ConfigureAwait(false)).Servers,
        };
    }
}
