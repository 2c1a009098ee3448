namespace NcloudServer.EngineTests.Listing;

public sealed class RegionListTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void All_regions_come_in_one_request_without_a_region_of_its_own()
    {
        Result result = Run("Get-NcpRegion");

        Assert.Equal(["KR", "JPN", "SGN"], result.Values("RegionCode"));
        Assert.Equal(("getRegionList", null), (Assert.Single(Requests()).Action, Requests()[0].RegionCode));
    }

    [Fact]
    public void A_code_with_wildcards_selects_regions() => Assert.Equal(["Japan"], Run("Get-NcpRegion j*").Values("RegionName"));

    [Fact]
    public void A_key_that_the_service_refuses_ends_the_command()
    {
        Result result = Run("Get-NcpRegion -Credential $wrong", ("wrong", ModuleSession.CredentialOf(Service.AccessKey, "wrong")));

        Assert.Equal("NcpAuthenticationFailed,NcloudServer.Commands.GetNcpRegionCommand", result.Thrown?.FullyQualifiedErrorId);
    }
}
