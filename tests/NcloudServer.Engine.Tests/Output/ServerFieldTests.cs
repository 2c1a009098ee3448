namespace NcloudServer.EngineTests.Output;

/// <summary>The fields of a server that comes out: the documented data type, field by field.</summary>
public sealed class ServerFieldTests(ModuleSession session) : EngineTest(session)
{
    // What a table shows can be asked for by the name in its header.
    private static readonly string[] s_shortNames = ["Id", "Number", "Name", "Status", "StatusName", "Zone", "Type", "Memory"];

    private static readonly Dictionary<string, string[]> s_fields = new()
    {
        ["NcloudServer.CodeName"] =
        [
            "BaseBlockStorageDiskDetailType", "BaseBlockStorageDiskType", "HypervisorType", "PlatformType", "ServerInstanceOperation",
            "ServerInstanceStatus", "ServerInstanceType",
        ],
        ["string"] =
        [
            "FabricClusterMode", "FabricClusterName", "FabricClusterNo", "FabricClusterPoolName", "FabricClusterPoolNo", "InitScriptNo",
            "LoginKeyName", "MemberServerImageInstanceNo", "PlacementGroupName", "PlacementGroupNo", "PublicIp", "PublicIpInstanceNo",
            "RegionCode", "ServerDescription", "ServerImageNo", "ServerImageProductCode", "ServerInstanceNo", "ServerInstanceStatusName",
            "ServerName", "ServerProductCode", "ServerSpecCode", "SubnetNo", "VpcNo", "ZoneCode",
        ],
        ["bool"] = ["IsPreInstallGpuDriver", "IsProtectServerTermination"],
        ["DateTimeOffset"] = ["CreateDate", "Uptime"],
        ["int"] = ["CpuCount"],
        ["long"] = ["MemorySize"],
        ["Collections.Generic.IReadOnlyList[string]"] = ["NetworkInterfaceNoList"],
        ["Collections.Generic.IReadOnlyList[NcloudServer.BlockDevicePartition]"] = ["BlockDevicePartitionList"],
        ["Collections.Generic.IReadOnlyList[object]"] = ["EventList"],
    };

    public static TheoryData<string, string> Fields
    {
        get
        {
            var fields = new TheoryData<string, string>();
            foreach ((string type, string[] names) in s_fields)
            {
                foreach (string name in names)
                {
                    fields.Add(name, type);
                }
            }

            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_documented_field_is_there_with_its_type(string name, string type)
    {
        // Linux on XEN, whose disk has a detail type; with a public address and in a placement group.
        Result result = Run($"(1000100 | Stop-NcpServerInstance).{name} -is [{type}]");

        Assert.Equal([true], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void There_is_no_field_that_the_documentation_does_not_know()
    {
        PSObject server = Server(1000100);

        Assert.Equal(
            s_fields.Values.SelectMany(names => names).Concat(s_shortNames).Append("AdditionalProperties").Order(StringComparer.Ordinal),
            server.Properties.Where(property => property.MemberType == PSMemberTypes.Property).Select(property => property.Name)
                .Order(StringComparer.Ordinal));
        Assert.Equal([0], Run("$server.AdditionalProperties.Count", ("server", server)).Output.Select(item => item.BaseObject));
    }

    [Theory]
    [InlineData("ServerInstanceNo", "1000100")]
    [InlineData("ServerName", "batch-0100")]
    [InlineData("CpuCount", "8")]
    [InlineData("MemorySize", "17179869184")]
    [InlineData("PublicIp", "198.19.66.164")]
    [InlineData("PublicIpInstanceNo", "51000100")]
    [InlineData("IsProtectServerTermination", "True")]
    [InlineData("PlacementGroupNo", "9001")]
    [InlineData("Id", "1000100")]
    [InlineData("Name", "batch-0100")]
    [InlineData("Status", "shutting down")]
    [InlineData("StatusName", "shutting down")]
    public void A_field_and_an_alias_have_the_value_of_the_service(string name, string value) =>
        Assert.Equal(value, Server(1000100).Properties[name].Value.ToString());

    [Fact]
    public void Lists_dates_and_what_is_absent_have_the_value_of_the_service()
    {
        dynamic server = Server(1000100).BaseObject;
        // Windows on KVM, in a fabric cluster.
        dynamic windows = Server(1000099).BaseObject;

        Assert.Equal(["71000100"], (IEnumerable<string>)server.NetworkInterfaceNoList);
        Assert.Equal(TimeSpan.FromHours(9), ((DateTimeOffset)server.CreateDate).Offset);
        Assert.Equal(TimeSpan.FromDays(30), (DateTimeOffset)server.Uptime - (DateTimeOffset)server.CreateDate);
        // A number in the service's response.
        Assert.Equal("8001", (string)windows.FabricClusterPoolNo);
        Assert.Null((object?)windows.BaseBlockStorageDiskDetailType);
        // The service sends a lone space.
        Assert.Equal("", Server(1000104).Properties["PublicIp"].Value);
    }

    [Fact]
    public void A_server_prints_as_its_number() => Assert.Equal("1000100", Server(1000100).ToString());

    private PSObject Server(int number) =>
        Assert.Single(Run("$number | Stop-NcpServerInstance", ("number", number)).Output);
}
