using System.Text.Json.Serialization;

namespace NcloudServer.Simulator;

/// <summary>A server as it stands at one moment. Immutable: a change makes a new one.</summary>
public sealed record SimulatedServer
{
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string RegionCode { get; init; }

    public required string ZoneCode { get; init; }

    public required string VpcNo { get; init; }

    public required string SubnetNo { get; init; }

    public string Status { get; init; } = ServerStatus.Run;

    public string Operation { get; init; } = ServerOperation.None;

    public string StatusName => ServerStatus.NameOf(Status, Operation);

    public required string PlatformType { get; init; }

    public required string HypervisorType { get; init; }

    public string PublicIp { get; init; } = "";

    /// <summary>The address of its network interface, out of 10.0.0.0/8. No response about servers has it.</summary>
    public string PrivateIp { get; init; } = "";

    public string FabricClusterPoolNo { get; init; } = "";

    public string FabricClusterNo { get; init; } = "";

    public string PlacementGroupNo { get; init; } = "";

    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>When it last booted.</summary>
    public required DateTimeOffset Uptime { get; init; }

    /// <summary>The specification; null for the one that the number stands for.</summary>
    public string? SpecCode { get; init; }

    public required bool IsProtected { get; init; }

    /// <summary>The access control groups of its network interface.</summary>
    public IReadOnlyList<string> AccessControlGroups { get; init; } = ["63"];

    public int InterruptCount { get; init; }

    /// <summary>Changes are refused as busy, though neither status nor operation says why.</summary>
    public bool IsHiddenBusy { get; init; }

    [JsonIgnore]
    public bool IsPlaced => Status != ServerStatus.Init;

    [JsonIgnore]
    public string NetworkInterfaceNo => $"7{Number}";

    [JsonIgnore]
    public string ImageProductCode =>
        $"SW.VSVR.OS.{PlatformType}.{(IsWindows ? "WINNT.SVR2019" : "ROCKY.0810")}.{(IsKvm ? "G003" : "B050")}";

    [JsonIgnore]
    public bool IsWindows => PlatformType.StartsWith("WND", StringComparison.Ordinal);

    [JsonIgnore]
    public bool IsKvm => HypervisorType == "KVM";
}
