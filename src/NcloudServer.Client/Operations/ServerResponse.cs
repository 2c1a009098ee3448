using NcloudServer.Api;
using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>What came of a request: the servers that the response names, by the number as it travels, or a failure.</summary>
internal sealed record ServerResponse(Dictionary<string, ServerInstance>? Servers, NcpException? Failure)
{
    /// <summary>Whether it is known without a request: a failure is about the region as such then, and no server is to blame.</summary>
    public bool IsFromMemory { get; init; }

    /// <summary>Whether the response announces more servers than it names: those may be among them.</summary>
    public bool IsCut { get; init; }

    /// <summary>What the list says that came as the response.</summary>
    public static ServerResponse Of(ServerRequest request, ListPage<ServerInstance> page)
    {
        var named = new Dictionary<string, ServerInstance>(page.Items.Count, StringComparer.Ordinal);
        foreach (ServerInstance server in page.Items)
        {
            // The service may write a number with leading zeros, or twice: the first one counts.
            named.TryAdd(ServerNumber.Normalized(server.ServerInstanceNo), server);
        }

        // Who does not say how many there are may have cut the list too, as long as it has anything.
        bool isCut = request.Servers.Any(server => !named.ContainsKey(server.WireNo))
            && (page.Total is { } total ? total > named.Count : request.Kind == RequestKind.LookUp && named.Count > 0);
        return new ServerResponse(named, Failure: null) { IsCut = isCut };
    }
}
