namespace NcloudServer.Simulator;

/// <summary>The filters of getServerInstanceList; all that are given have to match.</summary>
internal sealed class ServerFilter
{
    private readonly List<Func<SimulatedServer, bool>> conditions = [];

    public ServerFilter(RequestParameters parameters, Policies policies)
    {
        StringComparison comparison = policies.NameIgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        Add(parameters.Optional("vpcNo"), (server, value) => server.VpcNo == value && server.Status != ServerStatus.Init);
        Add(parameters.Optional("serverName"), (server, value) =>
            policies.NameMatch == NameMatch.Whole ? server.Name.Equals(value, comparison) : server.Name.Contains(value, comparison));
        Add(
            parameters.OneOf("serverInstanceStatusCode", ServerStatus.Init, ServerStatus.Creating, ServerStatus.Run, ServerStatus.Stopped),
            (server, value) => server.Status == value);
        Add(parameters.Optional("ip"), (server, value) =>
            IsAddress(server.PublicIp, value, policies) || IsAddress(server.PrivateIp, value, policies));
        Add(parameters.Optional("fabricClusterPoolNo"), (server, value) => server.FabricClusterPoolNo == value);
        Add(parameters.Optional("fabricClusterNo"), (server, value) => server.FabricClusterNo == value);
        Add(parameters.Optional("baseBlockStorageDiskTypeCode"), (_, value) => value == DiskTypes.Type);
        Add(parameters.Optional("baseBlockStorageDiskDetailTypeCode"), (server, value) => DiskTypes.DetailOf(server) == value);
        AddList(parameters.List("hypervisorTypeCodeList"), server => server.HypervisorType);
        AddList(parameters.List("placementGroupNoList"), server => server.PlacementGroupNo);
        if (policies.IgnoresFilters)
        {
            conditions.Clear();
        }
    }

    public bool Matches(SimulatedServer server) => conditions.TrueForAll(condition => condition(server));

    private static bool IsAddress(string address, string value, Policies policies) =>
        policies.AddressMatch == NameMatch.Whole ? address == value : address.Contains(value, StringComparison.Ordinal);

    private void Add(string? value, Func<SimulatedServer, string, bool> condition)
    {
        if (value is not null)
        {
            conditions.Add(server => condition(server, value));
        }
    }

    private void AddList(IReadOnlyList<string> values, Func<SimulatedServer, string> field)
    {
        if (values.Count > 0)
        {
            conditions.Add(server => values.Contains(field(server)));
        }
    }
}

/// <summary>The disk every server here has. KVM servers have no detail type.</summary>
internal static class DiskTypes
{
    public const string Type = "NET";

    public static string? DetailOf(SimulatedServer server) => server.IsKvm ? null : "SSD";
}
