namespace NcloudServer.EngineTests.Sessions;

/// <summary>The region of the environment is the last resort: it overrules nothing that a piped server brings.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class EnvironmentRegionTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Get-NcpServerInstance 2000001 -RegionCode JPN | Stop-NcpServerInstance", "JPN")]
    [InlineData("3000001 | Stop-NcpServerInstance", "SGN")]
    [InlineData("1000001 | Stop-NcpServerInstance -RegionCode KR", "KR")]
    public void NCLOUD_REGION_holds_for_numbers_without_a_region(string script, string region)
    {
        var variables = new Dictionary<string, string?> { ["NCLOUD_REGION"] = "SGN" };

        Result result = ProcessEnvironment.With(variables, () => Run(script));

        Assert.Empty(result.Errors);
        Assert.Equal([region], result.Values("RegionCode"));
    }
}
