using System;
using System.Collections.Generic;

namespace NcloudServer.Operations;

internal static class ServersByNumber
{
    /// <summary>Finds a reply's servers by number. Where a number is named twice, the first one counts.</summary>
    public static Dictionary<string, ServerInstance> From(IReadOnlyList<ServerInstance> servers)
    {
        var byNumber = new Dictionary<string, ServerInstance>(servers.Count, StringComparer.Ordinal);
        foreach (ServerInstance server in servers)
        {
            byNumber.TryAdd(server.ServerInstanceNo, server);
        }

        return byNumber;
    }
}
