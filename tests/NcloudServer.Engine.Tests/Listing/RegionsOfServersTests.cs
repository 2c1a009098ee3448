using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

public sealed class RegionsOfServersTests : EngineTest
{
    // With two more in the first region, which the examples of the documentation use.
    public RegionsOfServersTests(ModuleSession session)
        : base(session) =>
        Service.Fleet.Fill([RegionSeed.For("KR", 1, 0), RegionSeed.For("JPN", 2, 1), RegionSeed.For("SGN", 1, 2)]);

    [Fact]
    public void A_region_that_fails_is_an_error_and_the_others_are_read()
    {
        Service.Faults.Add(FaultRules.ServiceError(400, "1", "no") with { Action = "getServerInstanceList", Region = "JPN" });

        Result result = Run("Get-NcpServerInstance -AllRegions -ServerName 'web-0001'");

        Assert.Equal(["KR", "SGN"], result.Values("RegionCode").Order());
        Assert.Equal(["JPN"], result.Targets);
        Assert.Equal("NcpRequestRefused,NcloudServer.Commands.GetNcpServerInstanceCommand", result.Errors[0].FullyQualifiedErrorId);
    }

    [Fact]
    public void Several_regions_are_read_at_once()
    {
        // The list of regions, and a list of servers for each of the three.
        Service.Faults.Add(FaultRules.Hold(received: 4) with { Action = "getServerInstanceList" });

        Run("Get-NcpServerInstance -AllRegions -ServerName 'web-0001'");

        Assert.Equal(3, Service.Log.HighestInFlight);
    }

    [Fact]
    public void Piped_regions_select_them_beside_a_filter() => Assert.Equal(
        ["KR", "JPN", "SGN"], Run("Get-NcpRegion | Get-NcpServerInstance -ServerName 'web-0001'").Values("RegionCode"));

    [Theory]
    [InlineData("Get-NcpRegion | Get-NcpServerInstance")]
    [InlineData("$regions = Get-NcpRegion; $regions | Get-NcpServerInstance")]
    [InlineData("Get-NcpRegion | ForEach-Object { "
        + "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } | "
        + "Get-NcpServerInstance")]
    [InlineData("Get-NcpRegion | ForEach-Object { [pscustomobject]@{ RegionCode = $_.RegionCode; RegionName = $_.RegionName } } | "
        + "Get-NcpServerInstance")]
    public void Piped_regions_select_all_of_their_servers(string script)
    {
        Service.Fleet.Remove("3000001");

        Result result = Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1234567", "2345678", "2000001", "2000002"], result.Numbers);
    }

    [Theory]
    [InlineData("Id = '2000001'; RegionCode = 'JPN'")]
    [InlineData("ServerName = 'web-0001'; RegionCode = 'KR'")]
    [InlineData("VpcNo = '77'; RegionCode = 'KR'")]
    [InlineData("InstanceNo = 1000001; RegionCode = 'KR'; RegionName = 'Korea'")]
    [InlineData("ProfileName = 'DEFAULT'; RegionCode = 'KR'")]
    public void An_object_that_is_only_in_a_region_does_not_stand_for_all_of_its_servers(string properties)
    {
        Result result = Run($"[pscustomobject]@{{ {properties} }} | Get-NcpServerInstance | Stop-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Equal(["NcpInvalidServerInstanceNo"], result.ErrorIds);
        Assert.Empty(Requests());
    }
}
