using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Input;

/// <summary>An object's region goes with its number, in whatever way the object is given, and with the number into an error.</summary>
public sealed class RegionOfObjectsTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void A_server_as_an_argument_keeps_its_region(string command)
    {
        foreach (string servers in new[] { "$server", "@($server, $server)", "-ServerInstanceNo $row" })
        {
            Run($$"""
                $server = Get-NcpServerInstance 2000001 -RegionCode JPN
                $row = [pscustomobject]@{ Number = 2000001; Region = 'JPN' }
                $clear.Invoke()
                {{command}} {{servers}}
                """, ("clear", (Action)Service.Log.Clear));

            Assert.Equal([$"{servers} JPN"], Requests().Select(request => $"{servers} {request.RegionCode}").Distinct());
        }
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = @('JPN') } | {0}")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = 'JPN', 'JPN' } | {0}")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = ' '; Region = 'JPN' } | {0}")]
    [InlineData("{0} ([pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = @('JPN') })")]
    [InlineData("[pscustomobject]@{ Name = 'running'; Group = @($server) } | {0} -ServerInstanceNo { $_.Group }")]
    [InlineData("[pscustomobject]@{ Side = 'left'; InputObject = $server } | {0} -ServerInstanceNo { $_.InputObject }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = $server } | {0}")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = @($server) } | {0}")]
    [InlineData("{0} $problem.TargetObject")]
    [InlineData("{0} @($problem.TargetObject)")]
    [InlineData("foreach ($number in @($problem.TargetObject)) { {0} $number }")]
    [InlineData("$problem | {0} -ServerInstanceNo { $_.TargetObject }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = $problem.TargetObject } | {0}")]
    public void The_region_goes_along_however_the_number_is_taken_from_what_has_both(string form)
    {
        foreach (string command in NumberCommands.Commands)
        {
            Run($"""
                $server = Get-NcpServerInstance 2000001 -RegionCode JPN
                $problem = Get-NcpServerInstance 2999999 -RegionCode JPN 2>&1
                $clear.Invoke()
                {form.Replace("{0}", command, StringComparison.Ordinal)}
                """, ("clear", (Action)Service.Log.Clear));

            Assert.Equal([$"{command} JPN"], Requests().Select(request => $"{command} {request.RegionCode}").Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void An_object_with_several_regions_is_an_error_and_the_others_go_on(string command)
    {
        Result result = Run($$"""
            [pscustomobject]@{ ServerInstanceNo = 1000001; RegionCode = 'KR', 'JPN' }, [pscustomobject]@{ ServerInstanceNo = 1000002 } | {{command}}
            """);

        Assert.Equal(("1000001", "NcpInvalidParameter"), ((string)result.Errors[0].TargetObject, result.ErrorIds.First()));
        Assert.Contains("KR, JPN", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.All(Requests(), request => Assert.Equal(["1000002"], request.Numbers));
    }

    [Fact]
    public void A_list_of_one_region_is_that_region() => Assert.All(
        Run("[pscustomobject]@{ RegionCode = @('JPN') } | Get-NcpServerInstance").Values("RegionCode"), region => Assert.Equal("JPN", region));

    [Fact]
    public void The_parameter_decides_where_it_is_given()
    {
        Run("$row = [pscustomobject]@{ ServerInstanceNo = 1000001; RegionCode = 'JPN' }; Get-NcpServerInstance $row, 1000002 -RegionCode KR");

        Assert.Equal(["KR"], Requests().Select(request => request.RegionCode).Distinct());
    }

    [Fact]
    public void What_failed_can_be_piped_again_and_reaches_the_same_region()
    {
        Service.Faults.Add(FaultRules.Answer(503) with { Action = "stopServerInstances", Times = 1 });

        Result result = Run(
            "[pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'JPN' } | "
            + "Stop-NcpServerInstance -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable problems; "
            + "$problems | ForEach-Object { $_.TargetObject } | Stop-NcpServerInstance; "
            + "$problems | ForEach-Object { $_.TargetObject -is [string]; $_.CategoryInfo.TargetType }");

        Assert.Equal(["2000001"], result.Numbers.OfType<string>());
        Assert.Equal(["JPN"], Requests().Select(request => request.RegionCode).Distinct());
        Assert.Equal([true, "String"], result.Output.Skip(1).Select(item => item.BaseObject));
    }
}
