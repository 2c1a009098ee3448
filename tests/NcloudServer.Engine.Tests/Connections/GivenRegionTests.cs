namespace NcloudServer.EngineTests.Connections;

public sealed class GivenRegionTests(ModuleSession session) : EngineTest(session)
{
    private const string InJapan = "ServerInstanceNo = '2000001'; RegionCode = 'JPN'";

    [Fact]
    public void Without_one_the_service_chooses()
    {
        Result result = Run("Stop-NcpServerInstance 1000001");

        Assert.Equal(["KR"], result.Values("RegionCode"));
        Assert.Null(Assert.Single(Requests()).RegionCode);
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance 2000001 -RegionCode JPN")]
    [InlineData("Stop-NcpServerInstance 2000001 -Region JPN")]
    [InlineData("[pscustomobject]@{ " + InJapan + " } | Stop-NcpServerInstance")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '2000001'; Region = ' JPN ' } | Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt 2000001 -RegionCode JPN -Force")]
    [InlineData("[pscustomobject]@{ " + InJapan + " } | Invoke-NcpServerInterrupt -Force")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'KR' } | Stop-NcpServerInstance -RegionCode JPN")]
    public void It_is_that_of_the_parameter_else_that_of_the_row(string script)
    {
        Result result = Run(script);

        Assert.Equal(["2000001"], result.Numbers);
        Assert.Equal(["JPN"], result.Values("RegionCode"));
        Assert.Equal("JPN", Assert.Single(Requests()).RegionCode);
    }

    [Fact]
    public void It_can_be_a_default_of_the_session()
    {
        Result result = Run(
            """
            $PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
            $PSDefaultParameterValues['*-Ncp*:RegionCode'] = 'JPN'
            2000001 | Stop-NcpServerInstance
            """);

        Assert.Equal(["JPN"], result.Values("RegionCode"));
    }

    [Fact]
    public void The_error_for_a_server_of_another_one_names_it()
    {
        Result result = Run("Stop-NcpServerInstance 2000001 -RegionCode KR");

        Assert.Equal(["NcpServerInstanceNotFound"], result.ErrorIds);
        Assert.Contains("region KR", result.Errors[0].ToString());
    }
}
