namespace NcloudServer.EngineTests.Api;

public sealed class ApiCompletionTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Invoke-NcpApi getServerInstance", "getServerInstanceDetail", "getServerInstanceList")]
    [InlineData("Invoke-NcpApi -Service vpc -Action getVpc", "getVpcDetail", "getVpcList", "getVpcPeeringInstanceDetail", "getVpcPeeringInstanceList")]
    [InlineData("Invoke-NcpApi getVpcList -Service vp", "vpc", "vpostgresql")]
    [InlineData("Invoke-NcpApi getZoneList -RegionCode J", "JPN")]
    [InlineData("Invoke-NcpApi -Path /a -Method P", "Patch", "Post", "Put")]
    [InlineData("Invoke-NcpApi -Path /a -EndpointUrl bill", "https://billingapi.apigw.ntruss.com")]
    [InlineData("Invoke-NcpApi -Path /a -EndpointUrl gov", "https://ncloud.apigw.gov-ntruss.com")]
    public void Services_actions_and_regions_are_offered_without_a_request(string typed, params string[] offers)
    {
        Result result = Run("(TabExpansion2 $text $text.Length).CompletionMatches.CompletionText", ("text", typed));

        Assert.Equal(offers, result.Output.Select(item => item.BaseObject.ToString()));
        Assert.Empty(Requests());
    }

    [Fact]
    public void An_action_that_is_not_known_is_called_all_the_same()
    {
        Service.Policies.EchoOtherActions = true;

        Assert.NotEmpty(Run("Invoke-NcpApi getWhatComesNextYear").Output);
    }

    [Fact]
    public void It_works_where_the_language_is_constrained()
    {
        Service.Policies.EchoOtherActions = true;
        Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        try
        {
            Result result = Run("@{ aList = @(@{ b = 1 }) } | Invoke-NcpApi getX; Invoke-NcpApi getServerSpecList | % { \"$($_.CpuCount)\" }");

            Assert.Empty(result.Errors);
            Assert.Equal(11, result.Output.Count);
        }
        finally
        {
            Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.FullLanguage;
        }
    }
}
