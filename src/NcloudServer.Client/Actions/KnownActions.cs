namespace NcloudServer.Actions;

/// <summary>The actions whose names the module knows, for completion and advice: any other is called just the same.</summary>
/// <remarks>Source: api.ncloud-docs.com, pages <c>compute-vserver</c> and <c>networking-vpc</c>; NAVER's Go SDK of June 2026.</remarks>
internal static class KnownActions
{
    private const int MostAlike = 3;

    /// <summary>The services behind the gateway that have actions of this kind, each with what it is for.</summary>
    public static IReadOnlyList<(string Name, string Hint)> Services { get; } =
    [
        ("vserver", "Server (VPC)"), ("vpc", "VPC, subnets, routes, network ACLs"), ("vloadbalancer", "Load Balancer (VPC)"),
        ("vautoscaling", "Auto Scaling (VPC)"), ("vnas", "NAS (VPC)"), ("vmysql", "Cloud DB for MySQL (VPC)"),
        ("vmssql", "Cloud DB for MSSQL (VPC)"), ("vpostgresql", "Cloud DB for PostgreSQL (VPC)"),
        ("vmongodb", "Cloud DB for MongoDB (VPC)"), ("vredis", "Cloud DB for Cache (VPC)"), ("vhadoop", "Cloud Hadoop (VPC)"),
        ("server", "Server (Classic)"), ("loadbalancer", "Load Balancer (Classic)"), ("autoscaling", "Auto Scaling (Classic)"),
        ("clouddb", "Cloud DB (Classic)"), ("cdn", "CDN"),
    ];

    private static readonly Dictionary<string, string[]> s_actions = new(StringComparer.Ordinal)
    {
        ["vserver"] = Names("""
            addAccessControlGroupInboundRule addAccessControlGroupOutboundRule addMemberServerImageSharingPermission
            addNetworkInterfaceAccessControlGroup addPlacementGroupServerInstance addServerImageSharingPermission assignSecondaryIps
            associatePublicIpWithServerInstance attachBlockStorageInstance attachNetworkInterface changeBlockStorageInstance
            changeBlockStorageVolumeSize changeFabricClusterDescription changeFabricClusterName changeFabricClusterServerInstances
            changeServerInstanceName changeServerInstanceSpec createAccessControlGroup createBlockStorageInstance
            createBlockStorageSnapshotInstance createFabricCluster createInitScript createLoginKey createMemberServerImageInstance
            createNetworkInterface createPlacementGroup createPublicIpInstance createServerImage createServerImageFromSnapshot
            createServerInstances deleteAccessControlGroup deleteBlockStorageInstances deleteBlockStorageSnapshotInstances
            deleteFabricCluster deleteInitScripts deleteLoginKeys deleteMemberServerImageInstances deleteNetworkInterface
            deletePlacementGroup deletePublicIpInstance deleteServerImage detachBlockStorageInstances detachNetworkInterface disableFlowLog
            disassociatePublicIpFromServerInstance enableFlowLog getAccessControlGroupDetail getAccessControlGroupList
            getAccessControlGroupRuleList getBlockStorageInstanceDetail getBlockStorageInstanceList getBlockStorageSnapshotInstanceDetail
            getBlockStorageSnapshotInstanceList getBlockStorageVolumeTypeList getFabricClusterDetail getFabricClusterList
            getFabricClusterPoolList getFlowLogConfigurationList getHypervisorTypeList getInitScriptDetail getInitScriptList getLoginKeyList
            getMemberServerImageInstanceDetail getMemberServerImageInstanceList getNetworkInterfaceDetail getNetworkInterfaceList
            getPlacementGroupDetail getPlacementGroupList getPublicIpInstanceDetail getPublicIpInstanceList
            getPublicIpTargetServerInstanceList getRaidList getRegionList getRootPassword getRootPasswordServerInstanceList
            getServerImageDetail getServerImageList getServerImageProductList getServerInstanceDetail getServerInstanceList
            getServerProductList getServerSpecDetail getServerSpecList getZoneList importLoginKey interruptServerInstance
            rebootServerInstances removeAccessControlGroupInboundRule removeAccessControlGroupOutboundRule
            removeMemberServerImageSharingPermission removeNetworkInterfaceAccessControlGroup removePlacementGroupServerInstance
            removeServerImageSharingPermission setBlockStorageReturnProtection setMemberServerImageSharingPermission
            setProtectServerTermination startServerInstances stopServerInstances terminateServerInstances unassignSecondaryIps
            updateFabricCluster updateFabricClusterServerInstances
            """),
        ["vpc"] = Names("""
            acceptOrRejectVpcPeering addNetworkAclInboundRule addNetworkAclOutboundRule addRoute addRouteTableSubnet
            createNatGatewayInstance createNetworkAcl createNetworkAclDenyAllowGroup createRouteTable createSubnet createVpc
            createVpcPeeringInstance deleteNatGatewayInstance deleteNetworkAcl deleteNetworkAclDenyAllowGroup deleteRouteTable deleteSubnet
            deleteVpc deleteVpcPeeringInstance getNatGatewayInstanceDetail getNatGatewayInstanceList getNetworkAclDenyAllowGroupDetail
            getNetworkAclDenyAllowGroupList getNetworkAclDetail getNetworkAclList getNetworkAclRuleList getRouteList getRouteTableDetail
            getRouteTableList getRouteTableSubnetList getSubnetDetail getSubnetList getVpcDetail getVpcList getVpcPeeringInstanceDetail
            getVpcPeeringInstanceList removeNetworkAclInboundRule removeNetworkAclOutboundRule removeRoute removeRouteTableSubnet
            setNatGatewayDescription setNetworkAclDenyAllowGroupDescription setNetworkAclDenyAllowGroupIpList setNetworkAclDescription
            setRouteTableDescription setSubnetNetworkAcl setVpcPeeringDescription
            """),
    };

    public static IReadOnlyList<string> Of(string service) => s_actions.TryGetValue(service, out string[]? names) ? names : [];

    /// <summary>The action as the API writes it, where it is known; else as it was given.</summary>
    public static string Spell(string service, string action) =>
        Of(service).FirstOrDefault(name => name.Equals(action, StringComparison.OrdinalIgnoreCase)) ?? action;

    /// <summary>The known actions of another service by the same name, and those of this one whose names are closest.</summary>
    public static IReadOnlyList<string> Alike(string service, string action) =>
    [
        .. s_actions.Where(other => other.Key != service && other.Value.Contains(action, StringComparer.OrdinalIgnoreCase))
            .Select(other => $"{Spell(other.Key, action)} (-Service {other.Key})"),
        .. Of(service).Select(name => (Name: name, Distance: Distance(name.ToUpperInvariant(), action.ToUpperInvariant())))
            .Where(known => known.Distance > 0 && known.Distance <= Math.Max(3, action.Length / 3))
            .OrderBy(known => known.Distance).Take(MostAlike)
            .Select(known => known.Name),
    ];

    /// <summary>The known action that reads what another one changes, told by its name or those of its parameters; null where there is none.</summary>
    public static string? Reader(string service, IEnumerable<string> words) => words
        .Select(word => Of(service)
            .Where(name => name.StartsWith("get", StringComparison.Ordinal) && name.EndsWith("List", StringComparison.Ordinal))
            .Where(name => word.Contains(name.Substring(3, name.Length - "getList".Length), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(name => name.Length)
            .FirstOrDefault())
        .FirstOrDefault(reader => reader is not null);

    private static string[] Names(string text) => text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static int Distance(string one, string other)
    {
        int[] row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
