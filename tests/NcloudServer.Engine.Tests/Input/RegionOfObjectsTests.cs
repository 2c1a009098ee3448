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
