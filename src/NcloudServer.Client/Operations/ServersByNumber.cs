using System;
using System.Collections.Generic;

namespace NcloudServer.Operations;

internal static class ServersByNumber
{
    /// <summary>
    /// Finds a response's servers by number, whose leading zeros do not count. Where a number is named twice, the first one counts.
    /// </summary>
    public static Dictionary<string, ServerInstance> From(IReadOnlyList<ServerInstance> servers)
    {
        var byNumber = new Dictionary<string, ServerInstance>(servers.Count, StringComparer.Ordinal);
        foreach (ServerInstance server in servers)
        {
            byNumber.TryAdd(ServerNumber.Normalized(server.ServerInstanceNo), server);
        }

        return byNumber;
    }
}
