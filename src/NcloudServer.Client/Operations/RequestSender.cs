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
            ServerPage page = await CallAsync(request).ConfigureAwait(false);
            Dictionary<string, ServerInstance> named = ServersByNumber.From(page.Servers);
            if (request.Kind == RequestKind.Change && named.Count > request.Servers.Count(server => named.ContainsKey(server.WireNo)))
            {
                client.Log.Verbose($"The reply to {action!.Name} also names servers that were not asked for; they are ignored.");
            }

            return new ServerResponse(named, Failure: null) { IsCut = page.Total > page.Servers.Count };
        }
        catch (NcpException e)
        {
            return new ServerResponse(Servers: null, e);
        }
    }

    private Task<ServerPage> CallAsync(ServerRequest request)
    {
        string[] numbers = request.Servers.Select(server => server.WireNo).ToArray();
        // Whose time is over first must not be kept by the repeats of a request for others.
        TimeSpan? until = request.Servers.Min(server => server.State.Deadline);
        return request.Kind switch
        {
            RequestKind.Change => client.ChangeAsync(action!.Api, request.RegionCode, numbers, until, cancellationToken),
            RequestKind.Look => client.FindAsync(request.RegionCode, numbers, until, cancellationToken),
            _ => client.ListAsync(new ServerFilter(request.RegionCode), pageNo: 1, pageSize: 1, until, cancellationToken),
        };
    }
}
