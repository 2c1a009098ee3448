using System.Text;
using static NcloudServer.Wire.ResponseValue;

namespace NcloudServer.Wire;

/// <summary>What the models know of the service's items.</summary>
/// <remarks>Source: api.ncloud-docs.com, data types <c>ServerInstance</c> and <c>Region</c>.</remarks>
internal static class ModelFields
{
    public static ItemFields<Region> Region { get; } = new(
        unknown: null,
        ("regionCode", (region, value) => region.RegionCode = Text(value)),
        ("regionName", (region, value) => region.RegionName = Text(value)));

    public static ItemFields<ServerInstance> Server { get; } = new(
        (server, name, value) => server.AdditionalProperties[name] = Any(value),
        ("serverInstanceNo", (server, value) => server.ServerInstanceNo = Text(value)),
        ("serverName", (server, value) => server.ServerName = Text(value)),
        ("serverDescription", (server, value) => server.ServerDescription = Text(value)),
        ("cpuCount", (server, value) => server.CpuCount = Int32(value)),
        ("memorySize", (server, value) => server.MemorySize = Int64(value)),
        ("platformType", (server, value) => server.PlatformType = CodeName(value)),
        ("loginKeyName", (server, value) => server.LoginKeyName = Text(value)),
        ("publicIpInstanceNo", (server, value) => server.PublicIpInstanceNo = Text(value)),
        ("publicIp", (server, value) => server.PublicIp = Text(value)),
        ("serverInstanceStatus", (server, value) => server.ServerInstanceStatus = CodeName(value)),
        ("serverInstanceOperation", (server, value) => server.ServerInstanceOperation = CodeName(value)),
        ("serverInstanceStatusName", (server, value) => server.ServerInstanceStatusName = Text(value)),
        ("createDate", (server, value) => server.CreateDate = Date(value)),
        ("uptime", (server, value) => server.Uptime = Date(value)),
        ("serverImageProductCode", (server, value) => server.ServerImageProductCode = Text(value)),
        ("serverProductCode", (server, value) => server.ServerProductCode = Text(value)),
        ("isProtectServerTermination", (server, value) => server.IsProtectServerTermination = Boolean(value)),
        ("zoneCode", (server, value) => server.ZoneCode = Text(value)),
        ("regionCode", (server, value) => server.RegionCode = Text(value)),
        ("vpcNo", (server, value) => server.VpcNo = Text(value)),
        ("subnetNo", (server, value) => server.SubnetNo = Text(value)),
        ("networkInterfaceNoList", (server, value) => server.NetworkInterfaceNoList = List(value, Text)),
        ("initScriptNo", (server, value) => server.InitScriptNo = Text(value)),
        ("serverInstanceType", (server, value) => server.ServerInstanceType = CodeName(value)),
        ("baseBlockStorageDiskType", (server, value) => server.BaseBlockStorageDiskType = CodeName(value)),
        ("baseBlockStorageDiskDetailType", (server, value) => server.BaseBlockStorageDiskDetailType = CodeName(value)),
        ("placementGroupNo", (server, value) => server.PlacementGroupNo = Text(value)),
        ("placementGroupName", (server, value) => server.PlacementGroupName = Text(value)),
        ("memberServerImageInstanceNo", (server, value) => server.MemberServerImageInstanceNo = Text(value)),
        ("blockDevicePartitionList", (server, value) => server.BlockDevicePartitionList = List(value, Partition)),
        ("hypervisorType", (server, value) => server.HypervisorType = CodeName(value)),
        ("serverImageNo", (server, value) => server.ServerImageNo = Text(value)),
        ("serverSpecCode", (server, value) => server.ServerSpecCode = Text(value)),
        ("eventList", (server, value) => server.EventList = List(value, Any)),
        ("fabricClusterPoolNo", (server, value) => server.FabricClusterPoolNo = Text(value)),
        ("fabricClusterPoolName", (server, value) => server.FabricClusterPoolName = Text(value)),
        ("fabricClusterNo", (server, value) => server.FabricClusterNo = Text(value)),
        ("fabricClusterName", (server, value) => server.FabricClusterName = Text(value)),
        ("fabricClusterMode", (server, value) => server.FabricClusterMode = Text(value)),
        ("isPreInstallGpuDriver", (server, value) => server.IsPreInstallGpuDriver = Boolean(value)));
}

/// <summary>The fields that a model knows of an item of a list.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="unknown">Keeps a field that the model does not know; null to leave it out.</param>
/// <param name="fields">The service's names, in the order in which it usually sends them.</param>
internal sealed class ItemFields<T>(ItemFields<T>.Keeper? unknown, params (string Name, ItemFields<T>.Setter Set)[] fields)
    where T : class, new()
{
    private readonly byte[][] _names = System.Array.ConvertAll(fields, field => Encoding.UTF8.GetBytes(field.Name));

    public delegate void Setter(T item, JsonElement value);

    public delegate void Keeper(T item, string name, JsonElement value);

    public T Read(JsonElement element)
    {
        var item = new T();
        int next = 0;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Find(property, next) is var place && place >= 0)
            {
                fields[place].Set(item, property.Value);
                next = place + 1;
            }
            else
            {
                unknown?.Invoke(item, property.Name, property.Value);
            }
        }

        return item;
    }

    private int Find(JsonProperty property, int start)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            int place = (start + i) % _names.Length;
            if (property.NameEquals(_names[place]))
                return place;
        }

        return -1;
    }
}
