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

    [ProfileFact]
    public void WhatIf_names_it_and_sends_nothing()
    {
        // No server's number: what the session has seen is named.
        RunPlain("7700301 | Stop-NcpServerInstance -WhatIf");

        Assert.Contains("\"7700301 in region JPN\"", Session.Console.Text, StringComparison.Ordinal);

        RunPlain("Invoke-NcpApi terminateServerInstances @{ serverInstanceNoList = 7700301 } -WhatIf");

        Assert.Contains("\"regionCode = JPN, serverInstanceNoList.1 = 7700301\"", Session.Console.Text, StringComparison.Ordinal);
        Assert.Empty(Requests());
    }

    [ProfileFact]
    public void All_regions_are_all_of_them()
    {
        Assert.Equal(
            ["JPN", "KR", "SGN"], RunPlain("Get-NcpServerInstance -AllRegions").Values("RegionCode").Distinct().Order());
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
