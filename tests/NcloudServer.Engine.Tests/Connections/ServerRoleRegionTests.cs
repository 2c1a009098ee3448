using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Connections;

/// <summary>The region of a server of the platform, from its metadata.</summary>
public sealed class ServerRoleRegionTests : EnvironmentTest
{
    private const string RegionPath = "/latest/meta-data/regionCode";

    public ServerRoleRegionTests(ModuleSession session)
        : base(session) => Service.Role = new RoleSettings { Mode = RoleMode.On };

    [Fact]
    public void Its_region_is_the_one_that_it_is_in()
    {
        Service.Role = Service.Role with { RegionCode = "JPN" };

        Assert.Equal(["JPN"], RunPlain("Stop-NcpServerInstance 2000001").Values("RegionCode"));
        Assert.Equal(["JPN"], RunPlain("Get-NcpServerInstance").Values("RegionCode").Distinct());
        Assert.All(ApiRequests, request => Assert.Equal("JPN", request.RegionCode));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance 2000001 -RegionCode JPN")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = 'JPN' } | Stop-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance -RegionCode JPN")]
    public void Its_region_is_not_asked_for_where_another_is_given(string script)
    {
        Assert.Contains("2000001", RunPlain(script).Numbers);

        Assert.DoesNotContain(MetadataRequests, request => request.Path == RegionPath);
        Assert.All(ApiRequests, request => Assert.Equal("JPN", request.RegionCode));
    }

    [Fact]
    public void Numbers_with_this_region_and_without_one_share_a_request()
    {
        Result result = RunPlain("$server = Get-NcpServerInstance 1000006\n'1000007', $server, '1000008' | Stop-NcpServerInstance");

        Assert.Equal(["1000007", "1000006", "1000008"], result.Numbers);
        Assert.Single(Requests("stopServerInstances"));
    }

    [Theory]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance", "1000001 1000002")]
    [InlineData("1000001 | Invoke-NcpServerInterrupt -Force", "1000001")]
    [InlineData("Invoke-NcpApi stopServerInstances @{ serverInstanceNoList = 1000001 }", "stopServerInstances")]
    public void A_region_that_can_not_be_had_is_an_error_before_anything_is_changed(string script, string targets)
    {
        Service.Role = Service.Role with { RegionFailures = 100 };

        Result result = RunPlain(script);

        Assert.Equal(targets.Split(' '), result.Targets);
        Assert.All(result.Errors, error =>
        {
            Assert.Contains("region of this server can't be found out", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("HTTP 500", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("-RegionCode", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        });
        Assert.Empty(ApiRequests);
    }

    [Theory]
    [InlineData("Get-NcpServerInstance -ServerName web-0001")]
    [InlineData("1000001 | Get-NcpServerInstance")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status running")]
    public void A_reading_says_in_a_warning_that_the_region_is_the_services_first(string script)
    {
        Service.Role = Service.Role with { RegionFailures = 100 };

        Result result = RunPlain(script);

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Contains("The service uses its first region.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.All(ApiRequests, request => Assert.Null(request.RegionCode));
    }
}
