namespace NcloudServer.EngineTests.Connections;

/// <summary>How the region of a profile is written.</summary>
public sealed class ProfileRegionTests(ModuleSession session) : EnvironmentTest(session)
{
    [ProfileFact]
    public void Set_NcpProfile_keeps_it_and_leaves_everything_else_as_it_is()
    {
        WriteProfiles("# by hand", "[old]", "output=json", "ncloud_region =JPN ; no comment", "# end");

        RunPlain("Set-NcpProfile old $key -RegionCode ' SGN '", ("key", ModuleSession.CredentialOf("ID", "SECRET")));
        Assert.Equal(
            [
                "# by hand", "[old]", "output=json", "ncloud_region =SGN", "ncloud_access_key_id = ID",
                "ncloud_secret_access_key = SECRET", "# end",
            ],
            ProfileFile.ReadLines());

        RunPlain("Set-NcpProfile old $key", ("key", ModuleSession.CredentialOf("ID", "SECRET")));
        Assert.Contains("ncloud_region =SGN", ProfileFile.ReadLines());

        Result cleared = RunPlain("Set-NcpProfile old $key -RegionCode '' -PassThru", ("key", ModuleSession.CredentialOf("ID", "SECRET")));
        Assert.Equal("", Assert.Single(cleared.Values("RegionCode")));
        Assert.Contains("ncloud_region =", ProfileFile.ReadLines());
    }

    [ProfileFact]
    public void Set_NcpProfile_adds_it_to_a_profile_without_asking_for_the_key()
    {
        WriteProfiles([.. Profile("plain"), "", .. Profile("prod", "ncloud_region = SGN")]);

        Result result = RunPlain(
            "Set-NcpProfile Plain -RegionCode JPN -PassThru; Set-NcpProfile prod -EndpointUrl https://gateway.example -PassThru");

        Assert.Empty(result.Errors);
        Assert.Equal(["JPN", "SGN"], result.Values("RegionCode"));
        Assert.Equal(
            [
                .. Profile("plain", "ncloud_region = JPN"), "",
                .. Profile("prod", "ncloud_region = SGN", "ncloud_api_url = https://gateway.example"),
            ],
            ProfileFile.ReadLines());
        Assert.Equal(["2000001"], RunPlain("Stop-NcpServerInstance 2000001 -ProfileName plain").Numbers);
    }

    [ProfileTheory]
    [InlineData("Set-NcpProfile typo -RegionCode KR", "NcpProfileNotFound")]
    [InlineData("Set-NcpProfile typo -EndpointUrl https://gateway.example", "NcpProfileNotFound")]
    [InlineData("Set-NcpProfile typo -EndpointUrl https://gateway.example -RegionCode KR", "NcpProfileNotFound")]
    [InlineData("Set-NcpProfile typo -RegionCode ''", "NcpProfileNotFound")]
    [InlineData("Set-NcpProfile prod -Credential $null -RegionCode KR", "ParameterArgumentTransformationError")]
    public void Set_NcpProfile_makes_no_profile_without_a_key(string script, string id)
    {
        WriteProfiles(Profile("prod"));
        IReadOnlyList<string> before = ProfileFile.ReadLines();

        Assert.Equal(id, Result.IdOf(RunPlain(script).Thrown!));
        Assert.Equal(before, ProfileFile.ReadLines());
    }
}
