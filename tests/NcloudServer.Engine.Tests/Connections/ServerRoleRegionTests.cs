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

    [Theory]
    // Where there is none, the token of the search for the key might have expired: another is tried, once.
    [InlineData("", 2)]
    [InlineData("<html>Sign in</html>", 1)]
    public void A_region_that_is_not_known_is_asked_for_once_and_nothing_is_changed(string region, int questions)
    {
        Service.Role = Service.Role with { RegionCode = region };

        Result result = RunPlain("1000001, 1000002 | Stop-NcpServerInstance -BatchSize 1");

        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Empty(result.Output);
        Assert.Empty(ApiRequests);
        Assert.Equal(questions, MetadataRequests.Count(request => request.Path == RegionPath));
    }

    public static IEnumerable<object[]> Twice =>
    [
        ["'1000006', $server"], ["$server, '1000006'"], ["'1000006', $server, ' 1000006 '"], ["'1000006', $row"], ["$row, '1000006'"],
    ];

    [Theory]
    [MemberData(nameof(Twice))]
    public void A_number_counts_once_with_its_region_and_without(string input)
    {
        Result result = RunPlain(
            $"""
            $row = [pscustomobject]@{'{'} ServerInstanceNo = '1000006'; RegionCode = ' KR ' {'}'}
            $server = Get-NcpServerInstance 1000006
            {input} | Invoke-NcpServerInterrupt -Force
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.Equal(1, Service.Fleet.Find("1000006")!.InterruptCount);
        Assert.Empty(Requests("getRegionList"));
    }

    [Fact]
    public void Numbers_with_this_region_and_without_one_share_a_request()
    {
        Result result = RunPlain("$server = Get-NcpServerInstance 1000006\n'1000007', $server, '1000008' | Stop-NcpServerInstance");

        Assert.Equal(["1000007", "1000006", "1000008"], result.Numbers);
        Assert.Single(Requests("stopServerInstances"));
    }
}
