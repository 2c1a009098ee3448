using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>Servers by their addresses: the right ones or an error, whether the service matches whole addresses or parts.</summary>
public sealed class IpAddressTests(ModuleSession session) : EngineTest(session)
{
    private const string Private = "10.0.0.1";
    private const string Longer = "10.0.0.15";
    private const string Public = "198.51.100.7";

    [Fact]
    public void A_private_address_finds_its_server()
    {
        Fleet(NameMatch.Whole);

        Result result = Run("Get-NcpServerInstance -IpAddress $ip", ("ip", Private));

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(2, Requests().Count);
    }

    [Theory]
    [InlineData(Private)]
    [InlineData("10.0.0.150")]
    public void Where_parts_match_a_private_address_gives_no_wrong_server(string address)
    {
        Fleet(NameMatch.Part);
        Service.Fleet.Set(new ServerSettings { Number = "1000005", PrivateIp = "10.0.0.150" });

        Result result = Run("Get-NcpServerInstance -IpAddress $ip | Stop-NcpServerInstance", ("ip", address));

        Assert.Empty(result.Output);
        Assert.Equal(["NcpInvalidResponse"], result.ErrorIds);
        Assert.Contains("matches parts of addresses", result.Errors[0].ToString());
        Assert.Empty(Requests("stopServerInstances"));
    }

    [Fact]
    public void Other_filters_and_regions_count_too()
    {
        Fleet(NameMatch.Whole);
        Service.Fleet.Set(new ServerSettings { Number = "2000001", RegionCode = "JPN", PrivateIp = Private, Name = "other" });

        Assert.Equal(["2000001"], Run("Get-NcpServerInstance -IpAddress 10.0.0.1 -RegionCode JPN").Numbers);
        Assert.Equal(["1000001", "2000001"], Run("Get-NcpServerInstance -IpAddress 10.0.0.1 -AllRegions").Numbers.Order());
        Assert.Equal(["1000001", "2000001"], Run("Get-NcpRegion | Get-NcpServerInstance -IpAddress 10.0.0.1").Numbers.Order());
        Assert.Equal(["2000001"], Run("Get-NcpServerInstance -IpAddress 10.0.0.1 -AllRegions -ServerName o*").Numbers);
        Assert.Empty(Run("Get-NcpServerInstance -IpAddress 10.0.0.1 -Status stopped").Output);
    }

    [Theory]
    [InlineData("10.0.0.*")]
    [InlineData("10.1")]
    [InlineData("10.0.0.0/24")]
    [InlineData("010.0.0.1")]
    [InlineData("web-0001")]
    [InlineData("")]
    [InlineData(" ")]
    public void Anything_but_a_whole_address_is_refused_before_any_request(string address)
    {
        Result result = Run("Get-NcpServerInstance -IpAddress $ip", ("ip", address));

        Assert.StartsWith("ParameterArgumentValidationError", Result.IdOf(result.Thrown!));
        Assert.Empty(Requests());
    }

    [Fact]
    public void Fabric_clusters_select_servers()
    {
        Assert.Contains("1000099", Run("Get-NcpServerInstance -FabricClusterPoolNo 8001 -ServerName *-0099").Numbers);
        Assert.Equal("8101", Run("Get-NcpServerInstance -FabricClusterNo 8101 -ServerName *-00??").Values("FabricClusterNo").Distinct().Single());
        Assert.Empty(Run("Get-NcpServerInstance -FabricClusterNo 8102").Output);
        Assert.All(Requests(), request => Assert.Contains("fabricCluster", request.RawTarget));
    }

    private void Fleet(NameMatch match)
    {
        Service.Policies = new Policies { AddressMatch = match };
        Service.Fleet.Set(new ServerSettings { Number = "1000001", PrivateIp = Private });
        Service.Fleet.Set(new ServerSettings { Number = "1000002", PrivateIp = Longer });
        Service.Fleet.Set(new ServerSettings { Number = "1000003", PublicIp = Public });
        Service.Fleet.Set(new ServerSettings { Number = "1000004", PublicIp = Public + "9" });
    }
}
