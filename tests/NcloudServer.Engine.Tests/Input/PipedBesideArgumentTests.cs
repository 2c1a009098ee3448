namespace NcloudServer.EngineTests.Input;

/// <summary>What is piped to a command whose numbers are given as an argument.</summary>
public sealed class PipedBesideArgumentTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void Each_piped_object_is_an_error_that_names_it_and_nothing_is_sent(string command)
    {
        Result result = Run(
            $$"""
            [pscustomobject]@{ ServerInstanceNo = '1003'; RegionCode = 'SGN' }, 1004,
                [pscustomobject]@{ ServerInstanceNo = 1005, 1006; Region = 'KR' } | {{command}} -ServerInstanceNo 1000005, 1000006
            """);

        Assert.Empty(result.Output);
        Assert.Equal(["1003", "1004", "1005", "1006"], result.Targets);
        Assert.Equal(["NcpInvalidParameter"], result.ErrorIds.Distinct());
        Assert.StartsWith("1003: ", result.Errors[0].ToString());
        Assert.Contains("-ServerInstanceNo is given too.", result.Errors[0].ToString());
        Assert.Empty(Requests());
    }

    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void An_argument_that_a_beginner_left_outside_a_script_block_is_named_as_the_mistake(string command)
    {
        Result result = Run($"$servers = Get-NcpServerInstance 1000001, 1000002; $clear.Invoke(); "
            + $"$servers | {command} -ServerInstanceNo $_.ServerInstanceNo", ("clear", (System.Action)Service.Log.Clear));

        Assert.Empty(result.Output);
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.All(result.Errors, error =>
        {
            Assert.Contains("-ServerInstanceNo is given too, and is empty.", error.ToString());
            Assert.Contains("Leave out -ServerInstanceNo", error.ErrorDetails.RecommendedAction);
        });
        Assert.Empty(Requests());
    }

    [Fact]
    public void Piped_regions_beside_a_number_are_errors_too()
    {
        Result result = Run(
            "$regions = Get-NcpRegion; $clear.Invoke(); $regions | Get-NcpServerInstance 1000001",
            ("clear", (System.Action)Service.Log.Clear));

        Assert.Empty(result.Output);
        Assert.Equal(["KR", "JPN", "SGN"], result.Targets.Take(3));
        Assert.Empty(Requests());
    }

    [Theory]
    [MemberData(nameof(NumberCommands.All), MemberType = typeof(NumberCommands))]
    public void A_script_block_is_asked_for_the_number_of_each_piped_object(string command)
    {
        Result result = Run(
            "[pscustomobject]@{ No = '1000001'; RegionCode = 'KR' }, [pscustomobject]@{ No = '2000001'; RegionCode = 'JPN' } | "
            + $"{command} -ServerInstanceNo {{ $_.No }}");

        Assert.Empty(result.Errors);
        // What is awaited comes out as it arrives.
        Assert.Equal(["1000001", "2000001"], result.Numbers.Order());
    }

    [Theory]
    [InlineData("1003, 1004 | ForEach-Object { Stop-NcpServerInstance 1000001 }")]
    [InlineData("function Stop-It { process { Stop-NcpServerInstance -ServerInstanceNo ('100000' + $_) } }; '1', '1' | Stop-It")]
    [InlineData("function Stop-It { $all = @($input); Stop-NcpServerInstance ($all -replace '^', '100000') }; '1' | Stop-It")]
    [InlineData("$steps = { Stop-NcpServerInstance 1000001 }.GetSteppablePipeline(); $steps.Begin($false); $steps.Process(); $steps.End()")]
    public void An_argument_inside_a_pipeline_that_is_not_the_command_s_own_counts(string script)
    {
        Result result = Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers.Distinct());
    }
}
