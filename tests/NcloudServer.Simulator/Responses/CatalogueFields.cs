namespace NcloudServer.Simulator;

/// <summary>All fields of specifications and network interfaces, in the order of the pages.</summary>
internal static class CatalogueFields
{
    public static void Write(IResponseWriter writer, ServerSpec spec)
    {
        writer.Text("serverSpecCode", spec.Code);
        writer.Text("generationCode", "G3");
        writer.Number("cpuCount", spec.CpuCount);
        writer.Number("memorySize", spec.MemorySize);
        ServerFields.Code(writer, "hypervisorType", "KVM", "KVM");
        ServerFields.Code(writer, "cpuArchitectureType", "X86_64", "x86 64bit");
        writer.Number("blockStorageMaxCount", 20);
        writer.Number("blockStorageMaxIops", 4725L * spec.CpuCount);
        writer.Number("blockStorageMaxThroughput", 125_000_000L * spec.CpuCount);
        writer.Number("networkPerformance", 1_000_000_000);
        writer.Number("networkInterfaceMaxCount", 3);
        writer.Text("serverProductCode", spec.ProductCode);
        writer.Text("serverSpecDescription", $"vCPU {spec.CpuCount}EA, Memory {spec.MemoryGiB}GB");
        writer.Number("gpuCount", 0);
        writer.Number("serverSpecNo", spec.Number);
    }

    public static void Write(IResponseWriter writer, SimulatedServer owner)
    {
        writer.Text("networkInterfaceNo", owner.NetworkInterfaceNo);
        writer.Text("networkInterfaceName", $"nic-{owner.Name}");
        writer.Text("subnetNo", owner.SubnetNo);
        writer.Flag("deleteOnTermination", true);
        writer.Flag("isDefault", true);
        writer.Text("deviceName", "eth0");
        ServerFields.Code(writer, "networkInterfaceStatus", "USED", "사용중");
        ServerFields.Code(writer, "instanceType", "VSVR", "Server (VPC)");
        writer.Text("instanceNo", owner.Number);
        writer.Text("ip", owner.PrivateIp);
        writer.Text("macAddress", "f2:20:af:" + owner.Number.PadLeft(8, '0')[2..].Insert(2, ":").Insert(5, ":"));
        writer.BeginList("accessControlGroupNoList");
        foreach (string group in owner.AccessControlGroups)
        {
            writer.Item("accessControlGroupNo", group);
        }

        writer.EndList();
        writer.Text("networkInterfaceDescription", "");
        writer.BeginList("secondaryIpList");
        writer.EndList();
        writer.Flag("enableFlowLog", false);
    }
}
