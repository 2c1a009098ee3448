using NcloudServer.Api;
using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>Makes the requests of an operation and turns what comes of each into a response.</summary>
internal sealed class RequestSender(NcloudClient client, ServerAction? action, CancellationToken cancellationToken)
{
    /// <exception cref="NcpException">It failed.</exception>
    public async Task<ServerResponse> SendAsync(ServerRequest request)
    {
        string[] numbers = request.Servers.Select(server => server.WireNo).ToArray();
        // A number whose time is over first does not wait for the repeats of a request for others.
        TimeSpan? until = request.EarliestDeadline;
        Task<ListPage<ServerInstance>> call = request.Kind switch
        {
            RequestKind.Change => client.ChangeAsync(action!.Api, request.RegionCode, numbers, until, cancellationToken),
            RequestKind.LookUp => client.FindAsync(request.RegionCode, numbers, until, cancellationToken),
            _ => client.CheckRegionAsync(request.RegionCode, until, cancellationToken),
        };
        return Read(request, await call.ConfigureAwait(false));
    }

    private ServerResponse Read(ServerRequest request, ListPage<ServerInstance> page)
    {
        Dictionary<string, ServerInstance> named = ByNumber(page.Items);
        int missing = request.Servers.Count(server => !named.ContainsKey(server.WireNo));
        if (request.Kind == RequestKind.Change && named.Count > request.Servers.Count - missing)
        {
            client.Log.Verbose($"The response to {action!.Name} also names servers that were not asked for; they are ignored.");
        }

        // Who does not say how many there are may have cut the list too, as long as it has anything.
        bool isCut = missing > 0
            && (page.Total is { } total ? total > named.Count : request.Kind == RequestKind.LookUp && named.Count > 0);
        return new ServerResponse(named, Failure: null) { IsCut = isCut };
    }

    // The service may write a number with leading zeros, or twice: the first one counts.
    private static Dictionary<string, ServerInstance> ByNumber(IReadOnlyList<ServerInstance> servers)
    {
        var byNumber = new Dictionary<string, ServerInstance>(servers.Count, StringComparer.Ordinal);
        foreach (ServerInstance server in servers)
        {
            byNumber.TryAdd(ServerNumber.Normalized(server.ServerInstanceNo), server);
        }

        return byNumber;
    }
}
