using NcloudServer.Models;

namespace NcloudServer;

/// <summary>A snapshot of a server: changing it does not change the server. A text that the service left out is empty, never null.</summary>
/// <remarks>Source of every field: api.ncloud-docs.com, data type <c>ServerInstance</c>.</remarks>
public sealed class ServerInstance
{
    /// <summary>The number that identifies the server in every call.</summary>
    public string ServerInstanceNo { get; set; } = string.Empty;
    /// <summary>The server's name.</summary>
    public string ServerName { get; set; } = string.Empty;
    /// <summary>The description that was given to the server.</summary>
    public string ServerDescription { get; set; } = string.Empty;
    /// <summary>How many virtual CPUs the server has.</summary>
    public int CpuCount { get; set; }
    /// <summary>The server's memory in bytes: 4294967296 is 4 GiB.</summary>
    public long MemorySize { get; set; }
    /// <summary>The platform: LNX32, LNX64, UBS64, UBD64, WND32, WND64 or a later one.</summary>
    public CodeName? PlatformType { get; set; }
    /// <summary>The name of the key pair that was chosen at creation.</summary>
    public string LoginKeyName { get; set; } = string.Empty;
    /// <summary>The number of the public IP address that is attached, or empty.</summary>
    public string PublicIpInstanceNo { get; set; } = string.Empty;
    /// <summary>The public IP address, or empty.</summary>
    public string PublicIp { get; set; } = string.Empty;
    /// <summary>INIT, CREAT, RUN, NSTOP (stopped) or FSTOP. During a shutdown still RUN: see <see cref="ServerInstanceOperation"/>.</summary>
    public CodeName? ServerInstanceStatus { get; set; }
    /// <summary>The operation in progress: NULL (none), START, SHTDN, RESTA, CHNG, TERMT or SETUP.</summary>
    public CodeName? ServerInstanceOperation { get; set; }
    /// <summary>Status and operation in one English phrase, for example <c>running</c> or <c>shutting down</c>.</summary>
    public string ServerInstanceStatusName { get; set; } = string.Empty;
    /// <summary>When the server was created.</summary>
    public DateTimeOffset? CreateDate { get; set; }
    /// <summary>When the server last booted: a point in time, not a duration.</summary>
    public DateTimeOffset? Uptime { get; set; }
    /// <summary>The product code of the image that the server was created from.</summary>
    public string ServerImageProductCode { get; set; } = string.Empty;
    /// <summary>The product code of the server's specification.</summary>
    public string ServerProductCode { get; set; } = string.Empty;
    /// <summary>Whether the server is protected from termination. It can still be stopped.</summary>
    public bool IsProtectServerTermination { get; set; }
    /// <summary>The zone, for example <c>KR-1</c>.</summary>
    public string ZoneCode { get; set; } = string.Empty;
    /// <summary>The region, for example <c>KR</c>.</summary>
    public string RegionCode { get; set; } = string.Empty;
    /// <summary>The number of the VPC; empty while the server is being initialised.</summary>
    public string VpcNo { get; set; } = string.Empty;
    /// <summary>The number of the subnet; empty while the server is being initialised.</summary>
    public string SubnetNo { get; set; } = string.Empty;
    /// <summary>The numbers of the network interfaces; none while the server is being initialised.</summary>
    public IReadOnlyList<string> NetworkInterfaceNoList { get; set; } = ValueList<string>.None;
    /// <summary>The number of the script that ran at first boot, or empty.</summary>
    public string InitScriptNo { get; set; } = string.Empty;
    /// <summary>The kind of server, for example standard or high memory.</summary>
    public CodeName? ServerInstanceType { get; set; }
    /// <summary>The kind of the first disk, for example NET.</summary>
    public CodeName? BaseBlockStorageDiskType { get; set; }
    /// <summary>The kind of the first disk in detail, for example SSD; absent for KVM servers.</summary>
    public CodeName? BaseBlockStorageDiskDetailType { get; set; }
    /// <summary>The number of the placement group, or empty.</summary>
    public string PlacementGroupNo { get; set; } = string.Empty;
    /// <summary>The name of the placement group, or empty.</summary>
    public string PlacementGroupName { get; set; } = string.Empty;
    /// <summary>The number of the member server image that the server was created from, or empty.</summary>
    public string MemberServerImageInstanceNo { get; set; } = string.Empty;
    /// <summary>The partitions of a bare metal server; none otherwise.</summary>
    public IReadOnlyList<BlockDevicePartition> BlockDevicePartitionList { get; set; } = ValueList<BlockDevicePartition>.None;
    /// <summary>The hypervisor: XEN, KVM or RHV.</summary>
    public CodeName? HypervisorType { get; set; }
    /// <summary>The number of the server image.</summary>
    public string ServerImageNo { get; set; } = string.Empty;
    /// <summary>The code of the server's specification.</summary>
    public string ServerSpecCode { get; set; } = string.Empty;
    /// <summary>Events that are planned for the server, as the service gives them: texts, or dictionaries of texts.</summary>
    public IReadOnlyList<object?> EventList { get; set; } = ValueList<object?>.None;
    /// <summary>The number of the fabric cluster pool, or empty.</summary>
    public string FabricClusterPoolNo { get; set; } = string.Empty;
    /// <summary>The name of the fabric cluster pool, or empty.</summary>
    public string FabricClusterPoolName { get; set; } = string.Empty;
    /// <summary>The number of the fabric cluster, or empty.</summary>
    public string FabricClusterNo { get; set; } = string.Empty;
    /// <summary>The name of the fabric cluster, or empty.</summary>
    public string FabricClusterName { get; set; } = string.Empty;
    /// <summary>The fabric cluster mode, for example SINGLE or CLUSTER, or empty.</summary>
    public string FabricClusterMode { get; set; } = string.Empty;
    /// <summary>Whether the GPU driver is preinstalled.</summary>
    public bool IsPreInstallGpuDriver { get; set; }
    /// <summary>The fields that this version does not know, under the service's names: texts, booleans, dictionaries, lists.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = new ValueDictionary();
    /// <summary>The same as <see cref="ServerInstanceNo"/>, as the header of a table and other modules name it.</summary>
    public string Id => ServerInstanceNo;
    /// <summary>The same as <see cref="ServerInstanceNo"/>.</summary>
    public string Number => ServerInstanceNo;
    /// <summary>The same as <see cref="ServerName"/>.</summary>
    public string Name => ServerName;
    /// <summary>The same as <see cref="ServerInstanceStatusName"/>.</summary>
    public string Status => ServerInstanceStatusName;
    /// <summary>The same as <see cref="ServerInstanceStatusName"/>.</summary>
    public string StatusName => ServerInstanceStatusName;
    /// <summary><see cref="MemorySize"/> as a person reads it, for example <c>16 GB</c>.</summary>
    public string Memory => (MemorySize / (1024.0 * 1024 * 1024)).ToString("0.## GB", CultureInfo.InvariantCulture);
    /// <summary>The same as <see cref="ZoneCode"/>.</summary>
    public string Zone => ZoneCode;
    /// <summary>The same as <see cref="ServerInstanceType"/>.</summary>
    public CodeName? Type => ServerInstanceType;

    /// <summary>The server's number.</summary>
    public override string ToString() => ServerInstanceNo;
}
