namespace NcloudServer.Simulator;

internal static class RegionReply
{
    public static Reply Of(ServiceCall call, IReadOnlyList<SimulatedRegion> regions) =>
        ListReply.Of(call, "regionList", "region", regions, regions.Count, (writer, region) =>
        {
            writer.Text("regionCode", region.Code);
            writer.Text("regionName", region.Name);
        });
}
