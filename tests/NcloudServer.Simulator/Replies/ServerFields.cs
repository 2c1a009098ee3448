using System;
using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>
/// All documented fields of a server, in the order of the pages; absent values as empty texts, as the service sends them.
/// </summary>
internal static class ServerFields
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static void Write(IReplyWriter writer, SimulatedServer server)
    {
        bool placed = server.IsPlaced;
        long number = long.Parse(server.Number, CultureInfo.InvariantCulture);
        writer.Text("serverInstanceNo", server.Number);
        writer.Text("serverName", server.Name);
        writer.Text("serverDescription", "");
        ServerSpec? spec = server.SpecCode is { } code ? ServerSpec.Find(code) : null;
        writer.Number("cpuCount", spec?.CpuCount ?? 2 << (int)(number % 3));
        writer.Number("memorySize", spec?.MemorySize ?? 4_294_967_296L << (int)(number % 3));
        Code(writer, "platformType", server.PlatformType, PlatformName(server.PlatformType));
        writer.Text("loginKeyName", "simulator-key");
        writer.Text("publicIpInstanceNo", server.PublicIp.Trim().Length > 0 ? $"5{server.Number}" : "");
        writer.Text("publicIp", server.PublicIp);
        Code(writer, "serverInstanceStatus", server.Status, $"서버 {server.Status} 상태");
        Code(writer, "serverInstanceOperation", server.Operation, $"서버 {server.Operation} OP");
        writer.Text("serverInstanceStatusName", server.StatusName);
        writer.Text("createDate", Date(server.CreateDate));
        writer.Text("uptime", Date(server.Uptime));
        writer.Text("serverImageProductCode", server.IsKvm ? "" : "SW.VSVR.OS.SIMULATED.B050");
        writer.Text("serverProductCode", server.IsKvm ? "" : "SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002");
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
        WriteNewer(writer, server, number);
    }

    private static void WriteNewer(IReplyWriter writer, SimulatedServer server, long number)
    {
        writer.Text("memberServerImageInstanceNo", "");
        writer.BeginList("blockDevicePartitionList");
        writer.EndList();
        Code(writer, "hypervisorType", server.HypervisorType, server.HypervisorType);
        writer.Text("serverImageNo", server.IsKvm ? "17552318" : "");
        writer.Text("serverSpecCode", server.SpecCode ?? (server.IsKvm ? $"c{2 << (int)(number % 3)}-g3" : ""));
        writer.BeginList("eventList");
        writer.EndList();

        // One page calls these two numbers, another texts; so both appear.
        bool inCluster = server.FabricClusterNo.Length > 0;
        if (inCluster)
        {
            writer.Number("fabricClusterPoolNo", long.Parse(server.FabricClusterPoolNo, CultureInfo.InvariantCulture));
            writer.Number("fabricClusterNo", long.Parse(server.FabricClusterNo, CultureInfo.InvariantCulture));
        }
        else
        {
            writer.Text("fabricClusterPoolNo", "");
            writer.Text("fabricClusterNo", "");
        }

        writer.Text("fabricClusterPoolName", inCluster ? "pool-1" : "");
        writer.Text("fabricClusterMode", "");
        writer.Text("fabricClusterName", inCluster ? "cluster-1" : "");
        writer.Flag("isPreInstallGpuDriver", false);
    }

    public static void Code(IReplyWriter writer, string name, string code, string codeName)
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
