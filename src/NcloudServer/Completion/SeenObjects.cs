namespace NcloudServer.Completion;

/// <summary>The servers and regions that this PowerShell session has fetched, for completion and for names in questions.</summary>
internal static class SeenObjects
{
    // Limits the memory.
    private const int MostServers = 5000;

    // As many as a tooltip can hold.
    private const int MostNames = 5;

    // Source: the regions that api.ncloud-docs.com, its gov and its fin pages show. Others are offered once they have been fetched.
    private static readonly Dictionary<string, string> s_regions = new()
    {
        ["KR"] = "Korea",
        ["JPN"] = "Japan",
        ["SGN"] = "Singapore",
        ["USWN"] = "US West",
        ["DEN"] = "Germany",
        ["KRS"] = "Korea South (gov)",
        ["FKR"] = "Korea (fin)",
    };

    private static readonly Dictionary<string, LinkedListNode<SeenServer>> s_servers = [];

    // Those first that were seen longest ago.
    private static readonly LinkedList<SeenServer> s_order = new();

    public static IReadOnlyList<SeenServer> Servers
    {
        get
        {
            lock (s_servers)
            {
                return [.. s_order];
            }
        }
    }

    public static IReadOnlyList<(string Code, string Name)> Regions
    {
        get
        {
            lock (s_regions)
            {
                return s_regions.Select(region => (region.Key, region.Value)).ToArray();
            }
        }
    }

    /// <summary>The values that a field of the servers has, each with the names of its servers.</summary>
    public static IEnumerable<(string Text, string Hint)> By(Func<SeenServer, string> field) => Servers
        .Where(server => !string.IsNullOrWhiteSpace(field(server)))
        .GroupBy(server => field(server).Trim())
        .Select(servers => (servers.Key, string.Join(", ", servers.Take(MostNames).Select(server => server.Name))
            + (servers.Count() > MostNames ? ", …" : string.Empty)));

    /// <summary>The name that a number had when it was last seen; null where that was never, or in another region.</summary>
    public static string? NameOf(string number, string? regionCode)
    {
        lock (s_servers)
        {
            return s_servers.TryGetValue(number, out LinkedListNode<SeenServer>? server)
                && (regionCode ?? server.Value.RegionCode).Equals(server.Value.RegionCode, StringComparison.OrdinalIgnoreCase)
                    ? server.Value.Name
                    : null;
        }
    }

    public static void Add(ServerInstance server)
    {
        lock (s_servers)
        {
            if (s_servers.TryGetValue(server.ServerInstanceNo, out LinkedListNode<SeenServer>? known))
                s_order.Remove(known);

            s_servers[server.ServerInstanceNo] = s_order.AddLast(new SeenServer(
                server.ServerInstanceNo, server.RegionCode, server.ServerName, server.ServerInstanceStatusName, server.VpcNo, server.PublicIp));
            if (s_order.Count > MostServers)
            {
                s_servers.Remove(s_order.First!.Value.Number);
                s_order.RemoveFirst();
            }
        }
    }

    public static void Add(Region region)
    {
        lock (s_regions)
        {
            s_regions[region.RegionCode] = region.RegionName;
        }
    }
}

/// <summary>What completion offers of a server.</summary>
internal sealed record SeenServer(string Number, string RegionCode, string Name, string Status, string VpcNo, string PublicIp);
