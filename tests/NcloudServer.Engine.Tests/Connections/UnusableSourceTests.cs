using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Connections;

/// <summary>A source that is there and can't be used, before the role of the server, whose key would act on another account.</summary>
public sealed class UnusableSourceTests : EnvironmentTest
{
    public UnusableSourceTests(ModuleSession session)
        : base(session) => Service.Role = new RoleSettings { Mode = RoleMode.On };

    [ProfileTheory]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance")]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance -ProfileName DEFAULT")]
    public void A_file_that_can_not_be_read_ends_the_search_with_an_error_that_names_it(string script)
    {
        // Whoever runs the tests may be allowed to read any file, but nobody can read a folder as one.
        Directory.CreateDirectory(ProfileFile.Path);

        Result result = RunPlain(script);

        Assert.Empty(result.Output);
        Assert.Equal(["NcpCredentialIncomplete", "NcpCredentialIncomplete"], result.ErrorIds);
        Assert.Contains($"{ProfileFile.Path} can't be read", $"{result.Thrown}", StringComparison.Ordinal);
        Assert.Empty(Requests());
    }

    [ProfileFact]
    public void A_folder_in_place_of_the_file_is_said_by_Set_NcpProfile_at_once()
    {
        Directory.CreateDirectory(ProfileFile.Path);

        Result result = RunPlain("Set-NcpProfile DEFAULT $key", ("key", ModuleSession.CredentialOf("ID", "SECRET")));

        Assert.Contains($"{ProfileFile.Path} can't be written", $"{result.Thrown}", StringComparison.Ordinal);
    }

    [ProfileTheory]
    [InlineData("' '")]
    [InlineData("\"`t\"")]
    public void A_blank_name_of_a_profile_is_an_error_and_not_the_default_profile(string name)
    {
        WriteProfiles(Profile("DEFAULT"));

        Result result = RunPlain($"1000001 | Stop-NcpServerInstance -ProfileName {name}");

        Assert.Equal(["NcpProfileNotFound"], result.ErrorIds);
        Assert.Contains("-ProfileName is blank", $"{result.Thrown}", StringComparison.Ordinal);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData(200, """{"Code":"Failed","Message":"No \u001b[31mrole"}""", "", "Failed, No  [31mrole")]
    [InlineData(403, "", "", "HTTP 403")]
    [InlineData(500, "", "", "HTTP 500")]
    [InlineData(200, """{"AccessKeyId":"A","Secret""", "", "no complete JSON")]
    [InlineData(200, null, "simulator-role", "did not answer")]
    [InlineData(200, null, "security-credentials/", "did not answer")]
    public void A_role_that_fails_is_named_with_its_address_and_the_cause(int status, string? body, string hangAt, string cause)
    {
        Service.Role = Service.Role with { KeyStatus = status, KeyBody = body, HangAt = hangAt };

        Result result = RunPlain("1000001 | Stop-NcpServerInstance");

        Assert.Equal("NcpCredentialIncomplete", Result.IdOf(result.Thrown!));
        string text = result.Thrown!.ToString();
        Assert.Contains("role of this server", text, StringComparison.Ordinal);
        Assert.Contains(Service.EndpointUrl.Authority, text, StringComparison.Ordinal);
        Assert.Contains(cause, text, StringComparison.Ordinal);
        Assert.Empty(ApiRequests);
    }

    [Fact]
    public void One_hiccup_of_the_metadata_does_not_cost_the_region()
    {
        Service.Role = Service.Role with { RegionCode = "JPN", RegionFailures = 2 };

        Assert.Equal(["JPN"], RunPlain("2000001 | Stop-NcpServerInstance").Values("RegionCode"));
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
