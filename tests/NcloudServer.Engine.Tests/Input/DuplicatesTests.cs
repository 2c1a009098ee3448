namespace NcloudServer.EngineTests.Input;

public sealed class DuplicatesTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void A_number_that_is_given_twice_counts_once_and_Verbose_says_so()
    {
        Result result = Run("'1000001', 1000002, ' 1000001 ', '01000001' | Stop-NcpServerInstance -Verbose");

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(["1000001", "1000002"], Assert.Single(Requests()).Numbers);
        Assert.Equal(
            ["Server instance 1000001", "Server instance 01000001"],
            result.Verbose.Select(message => message.Split(" was given before")).Where(parts => parts.Length == 2).Select(parts => parts[0]));
    }

    [Theory]
    [InlineData("'1000006', $server | Invoke-NcpServerInterrupt -Force")]
    [InlineData("'1000006', $server | Invoke-NcpServerInterrupt -Force -ThrottleLimit 1")]
    [InlineData("$server, '1000006' | Invoke-NcpServerInterrupt -Force")]
    [InlineData("'1000006', $server | Invoke-NcpServerInterrupt -Force -RegionCode KR")]
    public void A_server_that_is_given_with_its_region_and_without_is_interrupted_once(string script)
    {
        Result result = Run($"$server = Get-NcpServerInstance 1000006; {script}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.Single(Requests("interruptServerInstance"));
        Assert.Equal(1, Service.Fleet.Find("1000006")?.InterruptCount);
    }

    [Theory]
    [InlineData("'1000006', $server | Stop-NcpServerInstance")]
    [InlineData("'1000006', $server | Restart-NcpServerInstance -BatchSize 1")]
    [InlineData("'1000006', $server | Get-NcpServerInstance")]
    public void A_server_that_is_given_with_the_region_in_use_and_without_comes_out_once(string script)
    {
        Result result = Run(
            $"$server = Get-NcpServerInstance 1000006; $clear.Invoke(); {script} -RegionCode KR", ("clear", (Action)Service.Log.Clear));

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.Single(Requests());
    }

    [Fact]
    public void The_same_number_in_a_region_where_there_is_no_such_server_is_another_one()
    {
        Result result = Run(
            "[pscustomobject]@{ ServerInstanceNo = '2000006'; RegionCode = 'JPN' }, '2000006' | Invoke-NcpServerInterrupt -Force");

        Assert.Equal(["JPN"], result.Values("RegionCode"));
        Assert.Equal(["NcpServerInstanceNotFound"], result.ErrorIds);
        Assert.Equal(1, Service.Fleet.Find("2000006")?.InterruptCount);
    }
}
