using NcloudServer.Api;

namespace NcloudServer.Pipeline;

/// <summary>Writes the selected servers of one region or of all. A failure that no region can escape ends the command.</summary>
internal sealed class ServerLists(IServerCommand command, ServerSelection selection)
{
    /// <param name="regionCode">Finds the region; null is the service's first.</param>
    public void WriteRegion(Func<string?> regionCode) => Write(() => [regionCode()]);

    /// <summary>Reads all regions, several at once; a region that fails is an error, and the others go on.</summary>
    public void WriteAllRegions() => Write(
        () => command.Await((client, stopToken) => client.GetRegionsAsync(stopToken)).Select(region => (string?)region.RegionCode));

    private void Write(Func<IEnumerable<string?>> regions)
    {
        try
        {
            WriteEach(command.Connect(), regions());
        }
        catch (NcpException e)
        {
            command.ThrowTerminatingError(ErrorRecords.From(e, target: null));
        }
    }

    /// <summary>Writes each region's servers when its whole list has been read.</summary>
    private void WriteEach(NcloudClient client, IEnumerable<string?> regions)
    {
        Dictionary<Task<IReadOnlyList<ServerInstance>>, string?> underWay = regions.ToDictionary(
            region => Task.Run(() => selection.ReadAsync(client, region, command.StopToken)));
        while (underWay.Count > 0)
        {
            Task<IReadOnlyList<ServerInstance>> list = command.Await((_, _) => Task.WhenAny(underWay.Keys));
            string? region = underWay[list];
            underWay.Remove(list);
            if (list.Exception?.InnerException is NcpException { IsFatal: false } failure)
            {
                command.WriteError(ErrorRecords.From(failure, region));
                continue;
            }

            foreach (ServerInstance server in list.GetAwaiter().GetResult().Where(selection.Includes))
            {
                command.WriteServer(server);
            }
        }
    }
}
