namespace NcloudServer.EngineTests.Connections;

/// <summary>The region of NCLOUD_REGION and of profiles.</summary>
public sealed class RegionTests : EnvironmentTest
{
    public RegionTests(ModuleSession session)
        : base(session) => WriteProfiles(
        [.. Profile("DEFAULT", "ncloud_region = JPN"), .. Profile("prod", "ncloud_region =  SGN "), .. Profile("plain")]);

    [ProfileTheory]
    [InlineData("Stop-NcpServerInstance 2000001", null, "JPN", "The region is JPN, from profile DEFAULT.")]
    [InlineData("Stop-NcpServerInstance 3000001 -ProfileName PROD", null, "SGN", "The region is SGN, from profile prod.")]
    [InlineData("Stop-NcpServerInstance 1000001 -ProfileName plain", null, null, "No region is known: the service uses its first one.")]
    [InlineData("Stop-NcpServerInstance 3000001", "SGN", "SGN", "The region is SGN, from NCLOUD_REGION.")]
    [InlineData("Stop-NcpServerInstance 2000001 -ProfileName prod", "JPN", "JPN", "The region is JPN, from NCLOUD_REGION.")]
    [InlineData("Stop-NcpServerInstance 3000001 -RegionCode SGN", "KR", "SGN", "The region is SGN, from -RegionCode.")]
    [InlineData("Stop-NcpServerInstance 2000001 -RegionCode ''", null, "JPN", "The region is JPN, from profile DEFAULT.")]
    [InlineData(
        "[pscustomobject]@{ ServerInstanceNo = 3000001; RegionCode = 'SGN' } | Stop-NcpServerInstance",
        "KR", "SGN", "The regions come from the input.")]
    [InlineData(
        "[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = '' } | Stop-NcpServerInstance",
        null, "JPN", "The region is JPN, from profile DEFAULT.")]
    [InlineData("Get-NcpServerInstance -ServerName web-0001", null, "JPN", "The region is JPN, from profile DEFAULT.")]
    public void It_is_the_first_that_is_known_and_Verbose_says_once_where_from(
        string script, string? variable, string? region, string says)
    {
        Set("NCLOUD_REGION", variable);

        Result result = RunPlain(script + " -Verbose");

        Assert.Empty(result.Errors);
        Assert.Equal(region ?? "KR", Assert.Single(result.Values("RegionCode")));
        Assert.Equal(region, Assert.Single(Requests()).RegionCode);
        Assert.Single(result.Verbose, says);
        Assert.Single(result.Verbose, text => text.StartsWith("The region", StringComparison.Ordinal)
            || text.StartsWith("No region", StringComparison.Ordinal));
    }

    [ProfileTheory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY", "")]
    [InlineData("", "", "-Credential $credential")]
    public void That_of_the_default_profile_does_not_count_for_a_key_from_elsewhere(string id, string secret, string parameter)
    {
        if (id.Length > 0)
        {
            Set(id, Service.AccessKey);
            Set(secret, Service.SecretKey);
        }

        RunPlain($"Stop-NcpServerInstance 1000001 {parameter}", ("credential", Session.Credential));
        RunPlain($"Stop-NcpServerInstance 3000001 -ProfileName prod {parameter}", ("credential", Session.Credential));

        Assert.Equal([null, "SGN"], Requests().Select(request => request.RegionCode));
    }

    [ProfileFact]
    public void WhatIf_names_it_and_sends_nothing()
    {
        // No server's number: what the session has seen is named.
        RunPlain("7700301 | Stop-NcpServerInstance -WhatIf");

        Assert.Contains("\"7700301 in region JPN\"", Session.Console.Text, StringComparison.Ordinal);
        Assert.Empty(Requests());
    }

    [ProfileFact]
    public void All_regions_are_all_of_them()
    {
        Assert.Equal(
            ["JPN", "KR", "SGN"], RunPlain("Get-NcpServerInstance -AllRegions").Values("RegionCode").Distinct().Order());
    }

    public static IEnumerable<object[]> Twice => ServerRoleRegionTests.Twice;

    [ProfileTheory]
    [MemberData(nameof(Twice))]
    public void A_number_counts_once_with_its_region_and_without(string input)
    {
        Result result = RunPlain(
            $"""
            $row = [pscustomobject]@{'{'} ServerInstanceNo = '1000006'; RegionCode = ' JPN ' {'}'}
            $server = Get-NcpServerInstance 1000006
            {input} | Invoke-NcpServerInterrupt -Force
            """.Replace("1000006", "2000006", StringComparison.Ordinal));

        Assert.Empty(result.Errors);
        Assert.Equal(["2000006"], result.Numbers);
        Assert.Equal(1, Service.Fleet.Find("2000006")!.InterruptCount);
        Assert.Empty(Requests("getRegionList"));
    }

    [ProfileFact]
    public void A_profile_that_does_not_exist_is_an_error_for_every_number_and_then_for_the_command()
    {
        Result result = RunPlain("Stop-NcpServerInstance 1, abc, 2 -ProfileName typo");

        Assert.Equal(["NcpProfileNotFound", "NcpInvalidServerInstanceNo", "NcpProfileNotFound"], result.ErrorIds);
        Assert.Equal(["1", "abc", "2"], result.Targets);
        Assert.Equal("NcpProfileNotFound", Result.IdOf(result.Thrown!));
        Assert.Empty(Requests());
    }

    [ProfileTheory]
    [InlineData("K R")]
    [InlineData("\"KR\"")]
    [InlineData("KR&vpcNo=1")]
    public void What_no_region_is_called_is_refused_by_the_service_as_with_RegionCode(string region)
    {
        WriteProfiles(Profile("DEFAULT", "ncloud_region = " + region));

        Result fromFile = RunPlain("Stop-NcpServerInstance 1000001");
        WriteProfiles(Profile("DEFAULT"));
        Result given = RunPlain("Stop-NcpServerInstance 1000001 -RegionCode $region", ("region", region));

        Assert.Equal(given.Errors.Select(error => $"{error}"), fromFile.Errors.Select(error => $"{error}"));
        Assert.Equal(["1000001"], fromFile.Targets);
        Assert.All(Requests(), request => Assert.Equal(region, request.RegionCode));
    }

    [ProfileFact]
    public void Get_NcpProfile_shows_it()
    {
        Assert.Equal(["JPN", "SGN", ""], RunPlain("Get-NcpProfile").Values("RegionCode"));
        Assert.Matches("(?m)^prod .*SGN", Session.Show("Get-NcpProfile"));
    }

    [ProfileTheory]
    [InlineData("Set-NcpProfile new -RegionCode J", "JPN")]
    [InlineData("Stop-NcpServerInstance 1 -RegionCode J", "JPN")]
    [InlineData("Set-NcpProfile p", "prod", "plain")]
    [InlineData("Stop-NcpServerInstance 1 -ProfileName p", "prod", "plain")]
    public void Regions_and_profiles_are_completed_without_a_request(string line, params string[] expected)
    {
        Result result = RunPlain("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText", ("line", line));

        Assert.Equal(expected, result.Output.Select(item => $"{item}"));
        Assert.Empty(Requests());
    }

    [ProfileFact]
    public void A_profile_is_not_taken_for_a_region()
    {
        Result result = RunPlain("Get-NcpProfile prod | Get-NcpServerInstance");

        Assert.Equal(["NcpInvalidServerInstanceNo"], result.ErrorIds);
        Assert.Empty(Requests());
    }
}
