using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>
/// All documented fields of a server, in the order of the pages; absent values as empty texts, as the service sends them.
/// </summary>
internal static class ServerFields
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static void Write(IResponseWriter writer, SimulatedServer server, ServiceCall call)
    {
        bool placed = server.IsPlaced;
        writer.Text("serverInstanceNo", server.Number);
        writer.Text("serverName", server.Name);
        writer.Text("serverDescription", "");
        ServerSpec spec = ServerSpec.Of(server);
        writer.Number("cpuCount", spec.CpuCount);
        writer.Number("memorySize", spec.MemorySize);
        Code(writer, "platformType", server.PlatformType, PlatformName(server.PlatformType));
        writer.Text("loginKeyName", "simulator-key");
        writer.Text("publicIpInstanceNo", server.PublicIp.Trim().Length > 0 ? $"5{server.Number}" : "");
        writer.Text("publicIp", server.PublicIp);
        Code(writer, "serverInstanceStatus", server.Status, $"서버 {server.Status} 상태");
        Code(writer, "serverInstanceOperation", server.Operation, $"서버 {server.Operation} OP");
        writer.Text("serverInstanceStatusName", server.StatusName);
        writer.Text("createDate", Date(server.CreateDate));
        writer.Text("uptime", Date(server.Uptime));
        writer.Text("serverImageProductCode", server.ImageProductCode);
        writer.Text("serverProductCode", spec.ProductCodeFor(server));
        writer.Flag("isProtectServerTermination", server.IsProtected);
        writer.Text("zoneCode", server.ZoneCode);
        writer.Text("regionCode", server.RegionCode);
        writer.Text("vpcNo", placed ? server.VpcNo : "");
        writer.Text("subnetNo", placed ? server.SubnetNo : "");
        writer.BeginList("networkInterfaceNoList");
        if (placed)
        {
            writer.Item("networkInterfaceNo", server.NetworkInterfaceNo);
        }

        writer.EndList();
        writer.Text("initScriptNo", "");
        Code(writer, "serverInstanceType", "STAND", "Standard");
        Code(writer, "baseBlockStorageDiskType", DiskTypes.Type, "Network Storage");
        if (DiskTypes.DetailOf(server) is { } detail)
        {
            Code(writer, "baseBlockStorageDiskDetailType", detail, detail);
        }

        writer.Text("placementGroupNo", server.PlacementGroupNo);
        writer.Text("placementGroupName", server.PlacementGroupNo.Length > 0 ? "spread-1" : "");
        WriteNewer(writer, server, spec, call.Policies);
    }

    private static void WriteNewer(IResponseWriter writer, SimulatedServer server, ServerSpec spec, Policies policies)
    {
        writer.Text("memberServerImageInstanceNo", "");
        writer.BeginList("blockDevicePartitionList");
        writer.EndList();
        Code(writer, "hypervisorType", server.HypervisorType, server.HypervisorType);
        writer.Text("serverImageNo", server.IsKvm ? "17552318" : "16187005");
        writer.Text("serverSpecCode", spec.CodeFor(server));
        writer.BeginList("eventList");
        writer.EndList();

        // Texts on the wire; one page calls these two numbers.
        bool inCluster = server.FabricClusterNo.Length > 0;
        Action<string, string> write = inCluster && policies.FabricNumbersAsNumbers
            ? (name, value) => writer.Number(name, long.Parse(value, CultureInfo.InvariantCulture))
            : writer.Text;
        write("fabricClusterPoolNo", server.FabricClusterPoolNo);
        write("fabricClusterNo", server.FabricClusterNo);
        writer.Text("fabricClusterPoolName", inCluster ? "pool-1" : "");
        writer.Text("fabricClusterMode", "");
        writer.Text("fabricClusterName", inCluster ? "cluster-1" : "");
        writer.Flag("isPreInstallGpuDriver", false);
    }

    public static void Code(IResponseWriter writer, string name, string code, string codeName)
    {
        writer.BeginObject(name);
        writer.Text("code", code);
        writer.Text("codeName", codeName);
        writer.EndObject();
    }

    private static string PlatformName(string code) => code switch
    {
        "LNX32" => "Linux 32 Bit",
        "LNX64" => "Linux 64 Bit",
        "UBS64" => "Ubuntu Server 64 Bit",
        "UBD64" => "Ubuntu Desktop 64 Bit",
        "WND32" => "Windows 32 Bit",
        "WND64" => "Windows 64 Bit",
        _ => code,
    };

    // The zone is written by hand: the service leaves the colon out, which no format letter of .NET does.
    private static string Date(DateTimeOffset date) =>
        date.ToOffset(Korea).ToString("yyyy-MM-dd'T'HH:mm:ss'+0900'", CultureInfo.InvariantCulture);
}
