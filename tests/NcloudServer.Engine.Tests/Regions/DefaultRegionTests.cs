namespace NcloudServer.EngineTests.Regions;

/// <summary>NCLOUD_REGION is the region of what comes without one.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class DefaultRegionTests(ModuleSession session) : EngineTest(session), IDisposable
{
    public void Dispose() => Use(null);

    [Theory]
    [InlineData("2000001 | Stop-NcpServerInstance")]
    [InlineData("2000001 | Invoke-NcpServerInterrupt -Force")]
    [InlineData("2000001 | Get-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance -ServerName web-0001")]
    public void It_is_used_where_no_other_is_given(string script)
    {
        Use("JPN");

        Result result = Run(script);

        Assert.Equal(["JPN"], result.Values("RegionCode"));
        Assert.Equal("JPN", Requests()[0].RegionCode);
    }

    [Fact]
    public void The_region_of_a_row_comes_before_it_and_an_empty_one_does_not()
    {
        Use("SGN");

        Result result = Run(
            """
            [pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'JPN' },
                [pscustomobject]@{ ServerInstanceNo = '3000001'; RegionCode = '' },
                [pscustomobject]@{ ServerInstanceNo = '3000002'; RegionCode = $null } | Stop-NcpServerInstance
            """);

        Assert.Equal(["JPN", "SGN", "SGN"], result.Values("RegionCode"));
    }

    [Fact]
    public void RegionCode_comes_before_it()
    {
        Use("SGN");

        Assert.Equal(["JPN"], Run("2000001 | Stop-NcpServerInstance -RegionCode JPN").Values("RegionCode"));
    }

    [Theory]
    [InlineData("'1000006', $server | Invoke-NcpServerInterrupt -Force")]
    [InlineData("$server, '1000006' | Invoke-NcpServerInterrupt -Force")]
    [InlineData("'1000006', $server | Stop-NcpServerInstance")]
    [InlineData("'1000006', $server | Restart-NcpServerInstance -BatchSize 1")]
    [InlineData("'1000006', $server | Get-NcpServerInstance")]
    public void A_server_that_is_given_with_it_and_without_counts_once(string script)
    {
        Use("KR");

        Result result = Run(
            $"$server = Get-NcpServerInstance 1000006; $clear.Invoke(); {script}", ("clear", (Action)Service.Log.Clear));

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.Equal("KR", Assert.Single(Requests()).RegionCode);
    }

    private static void Use(string? region) => Environment.SetEnvironmentVariable("NCLOUD_REGION", region);
}
