using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

public sealed class FilterTests : EngineTest
{
    public FilterTests(ModuleSession session)
        : base(session) =>
        Service.Fleet.Fill([RegionSeed.For("KR", 48, 0), RegionSeed.For("JPN", 20, 1), RegionSeed.For("SGN", 10, 2)]);

    [Fact]
    public void A_name_may_have_wildcards_and_its_case_does_not_matter() =>
        Assert.Equal(["web-0001", "web-0006"], Run("Get-NcpServerInstance -ServerName 'WEB-000?'").Values("ServerName"));

    [Fact]
    public void Name_is_another_name_of_ServerName() =>
        Assert.Equal(["web-0001", "web-0006"], Run("Get-NcpServerInstance -Name 'web-000?'").Values("Name"));

    [Theory]
    [InlineData("foo", true)]
    [InlineData("stoped", true)]
    [InlineData("foo*", true)]
    [InlineData("Running", false)]
    [InlineData("hard *", false)]
    [InlineData("changingspec", false)]
    [InlineData("sd_fl", false)]
    public void A_status_that_nobody_knows_is_warned_of_once_and_asked_for_all_the_same(string status, bool isWarned)
    {
        Result result = Run("Get-NcpServerInstance -Status $status; Get-NcpRegion | Get-NcpServerInstance -Status $status", ("status", status));

        Assert.Empty(result.Errors);
        Assert.Equal(isWarned ? 2 : 0, result.Warnings.Count);
        Assert.All(result.Warnings, warning => Assert.StartsWith($"No status {status} is known. Known are, among others, running", warning));
        Assert.Equal(4, Requests("getServerInstanceList").Count);
    }

    [Theory]
    [InlineData(NameMatch.Part)]
    [InlineData(NameMatch.Whole)]
    public void A_name_is_matched_as_a_whole_whether_the_service_matches_parts_or_not(NameMatch match)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1999999", Name = "web-0001-old", RegionCode = "KR" });
        Service.Policies.NameMatch = match;

        Assert.Equal(["1000001"], Run("Get-NcpServerInstance -ServerName 'web-0001'").Numbers);
    }

    [Theory]
    [InlineData(NameMatch.Part)]
    [InlineData(NameMatch.Whole)]
    public void The_case_of_a_name_does_not_matter_whatever_the_service_does(NameMatch match)
    {
        Service.Policies.NameMatch = match;

        Assert.Equal(["1000001"], Run("Get-NcpServerInstance -ServerName 'WEB-0001'").Numbers);
        Assert.Equal(["1000001", "1000002"], Run("Get-NcpServerInstance -ServerName 'Web-0001', 'APP-0002'").Numbers);
        Assert.All(Requests(), request => Assert.DoesNotContain("serverName", request.RawTarget));
    }

    [Fact]
    public void A_name_that_no_server_has_is_not_an_error()
    {
        Result result = Run("Get-NcpServerInstance -ServerName 'nobody'");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Null(result.Thrown);
    }

    [Theory]
    [InlineData("-ServerName 'web-000*' -Status running", "1000006")]
    [InlineData("-Status 'shutting down'", "1000001")]
    [InlineData("-Status 'shut*'", "1000001")]
    [InlineData("-ServerName 'web-000*' -Status RUN", "1000001 1000006")]
    public void A_server_that_is_shutting_down_is_not_running_though_its_status_code_is_RUN(string filter, string numbers)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Name = "web-0001", Operation = "SHTDN" });

        Assert.Equal(numbers.Split(' '), Run($"Get-NcpServerInstance {filter}").Numbers);
    }

    [Fact]
    public void The_VPC_and_the_codes_that_the_service_knows_are_left_to_it()
    {
        Run("Get-NcpServerInstance -VpcNo 10001 -Status stopped");

        Assert.Contains("vpcNo=10001&serverInstanceStatusCode=NSTOP", Assert.Single(Requests()).RawTarget);
    }

    [Fact]
    public void No_server_of_another_VPC_or_cluster_comes_out_where_the_service_ignores_the_filter()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1999999", VpcNo = "99999" });
        Service.Policies.IgnoresFilters = true;

        Assert.Equal(["1999999"], Run("Get-NcpServerInstance -VpcNo 99999").Numbers);
        Assert.Equal(["1999999"], Run("Get-NcpServerInstance -VpcNo ' 099999 '").Numbers);
        Assert.Empty(Run("Get-NcpServerInstance -FabricClusterNo 1").Output);
        Assert.Equal(["1999999"], Run("Get-NcpServerInstance -VpcNo 99999 | Stop-NcpServerInstance").Numbers);
    }

    [Theory]
    [InlineData("-VpcNo abc", "VpcNo")]
    [InlineData("-VpcNo \"1`n2\"", "VpcNo")]
    [InlineData("-VpcNo ' '", "VpcNo")]
    [InlineData("-VpcNo '１'", "VpcNo")]
    [InlineData("-FabricClusterPoolNo '1,2'", "FabricClusterPoolNo")]
    [InlineData("-FabricClusterNo 0x1", "FabricClusterNo")]
    public void A_number_that_is_none_is_an_error_before_anything_is_sent(string filter, string parameter)
    {
        Result result = Run($"Get-NcpServerInstance {filter} -AllRegions | Stop-NcpServerInstance".Replace("0x1", "'0x1'"));

        Assert.Empty(result.Output);
        Assert.Equal("NcpInvalidParameter", Result.IdOf(result.Thrown!));
        Assert.Contains("-" + parameter, result.Thrown!.ToString());
        Assert.Empty(Requests());
    }

    [Fact]
    public void The_servers_of_all_regions_come_region_by_region_with_their_status()
    {
        Service.Fleet.Set(new ServerSettings { Number = "2000001", Status = "NSTOP" });

        Result result = Run("Get-NcpServerInstance -AllRegions | ForEach-Object { \"$($_.RegionCode), $($_.StatusName)\" }");

        Assert.Equal(
            ["JPN, running: 19", "JPN, stopped: 1", "KR, running: 50", "SGN, running: 10"],
            result.Output.GroupBy(line => line.ToString()).Select(group => $"{group.Key}: {group.Count()}").Order());
    }
}
