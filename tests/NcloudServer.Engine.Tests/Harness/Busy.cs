using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Harness;

/// <summary>Servers that are busy until the command has seen it: no time decides which of the two is first.</summary>
internal static class Busy
{
    /// <summary>Makes servers busy until so many replies to an action have been about them, whatever those said.</summary>
    /// <param name="service">Where the servers are.</param>
    /// <param name="action">The action whose replies count.</param>
    /// <param name="replies">How many of them.</param>
    /// <param name="servers">The servers while they are busy; a request about the first is one about all of them.</param>
    public static void Until(SimulatorHost service, string action, int replies, params ServerSettings[] servers)
    {
        foreach (ServerSettings server in servers)
        {
            service.Fleet.Set(server);
        }

        service.Faults.Add(new FaultRule
        {
            Action = action, Number = servers[0].Number, After = replies - 1, Times = 1,
            SetServers = servers.Select(server => server with { BusySeconds = 0, HiddenBusySeconds = null }).ToList(),
        });
    }

    /// <summary>Makes servers busy until they have been looked at so often.</summary>
    public static void UntilSeen(SimulatorHost service, int looks, params ServerSettings[] servers) =>
        Until(service, "getServerInstanceList", looks, servers);

    /// <summary>A server whose operation shows that it is busy.</summary>
    public static ServerSettings Changing(string number) => new() { Number = number, Operation = "CHNG" };

    /// <summary>A server that refuses every change as busy, although its state shows no reason.</summary>
    public static ServerSettings Hidden(string number) => new() { Number = number, HiddenBusySeconds = 600 };
}
