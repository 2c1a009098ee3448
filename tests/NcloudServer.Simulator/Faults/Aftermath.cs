namespace NcloudServer.Simulator;

/// <summary>What becomes of servers, by somebody else's doing, between the work of a request and its answer.</summary>
internal sealed class Aftermath(ServerFleet fleet)
{
    public void Follow(FaultRule fault)
    {
        foreach (string number in fault.RemoveServers ?? [])
        {
            fleet.Remove(number);
        }

        foreach (ServerSettings server in fault.SetServers ?? [])
        {
            fleet.Set(server);
        }
    }
}
