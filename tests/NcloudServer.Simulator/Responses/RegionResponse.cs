namespace NcloudServer.Simulator;

internal static class RegionResponse
{
    public static Response Of(ServiceCall call, IReadOnlyList<SimulatedRegion> regions) =>
        ListResponse.Of(call, "regionList", "region", regions, regions.Count, (writer, region) =>
        {
            writer.Text("regionCode", region.Code);
            writer.Text("regionName", region.Name);
        });
}
