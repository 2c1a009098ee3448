using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class BatchTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [MemberData(nameof(NumberCommands.Actions), MemberType = typeof(NumberCommands))]
    public void Each_cmdlet_calls_its_own_action_and_no_other(string command, string action, string before)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = before });

        Result result = Run($"1000001 | {command}");

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(action, Assert.Single(Requests()).Action);
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance", "stopServerInstances", "RUN", "shutting down")]
    [InlineData("Start-NcpServerInstance", "startServerInstances", "NSTOP", "booting")]
    [InlineData("Restart-NcpServerInstance", "rebootServerInstances", "RUN", "rebooting")]
    public void A_pipeline_of_numbers_goes_out_in_as_few_requests_as_possible(string cmdlet, string action, string before, string after)
    {
        foreach (string number in Expected.Numbers(1000001, 250))
        {
            Service.Fleet.Set(new ServerSettings { Number = number, Status = before });
        }

        Result result = Run($"1000250..1000001 | {cmdlet}");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 250).Reverse(), result.Numbers);
        Assert.All(result.Values("StatusName"), status => Assert.Equal(after, status));
        Assert.Equal(3, Requests().Count);
        Assert.All(Requests(), request => Assert.Equal((action, true), (request.Action, request.SignatureValid)));
        Assert.Equal([50, 100, 100], Requests().Select(request => request.Numbers.Count).Order());
        Assert.Equal(Expected.Numbers(1000001, 250), Requests().SelectMany(request => request.Numbers).Order());
        Assert.All(Expected.Numbers(1000001, 250), number => Assert.Equal(after, Service.Fleet.Find(number)?.StatusName));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance", 3)]
    [InlineData("Start-NcpServerInstance", 3)]
    [InlineData("Restart-NcpServerInstance", 3)]
    [InlineData("Get-NcpServerInstance", 3)]
    [InlineData("Invoke-NcpServerInterrupt -Force", 250)]
    public void The_first_servers_come_out_before_the_last_numbers_have_come_in(string command, int requests)
    {
        // Numbers that were given before make no request; they only keep the pipeline moving until a server has come out, which a
        // module that waits for the end of its input never lets happen.
        Result result = Run(
            $$"""
            $out = [Collections.Generic.List[object]]::new()
            & {
                1000001..1000249
                $deadline = [DateTime]::UtcNow.AddSeconds(30)
                while ($out.Count -eq 0 -and [DateTime]::UtcNow -lt $deadline) { 1000001 }
                $outBeforeLast.Invoke($out.Count)
                1000250
            } | {{command}} | ForEach-Object { $out.Add($_); $_ }
            """,
            ("outBeforeLast", (Action<int>)(count => Assert.InRange(count, 1, 249))));

        Assert.Null(result.Thrown);
        Assert.Equal(Expected.Numbers(1000001, 250), result.Numbers);
        Assert.Equal(requests, Requests().Count);
    }

    [Theory]
    [InlineData(ResponseOrder.Reversed)]
    [InlineData(ResponseOrder.Shuffled)]
    public void The_order_of_the_input_is_kept_when_a_response_has_another_order(ResponseOrder order)
    {
        Service.Policies.ResponseOrder = order;

        Result result = Run("1000120..1000001 | Stop-NcpServerInstance");

        Assert.Equal(Expected.Numbers(1000001, 120).Reverse(), result.Numbers);
    }

    [Fact]
    public void The_order_of_the_input_is_kept_when_a_later_batch_is_answered_first()
    {
        Service.Faults.Add(FaultRules.Hold(completed: 2) with { Number = "1000001" });

        Result result = Run("1000001..1000030 | Stop-NcpServerInstance -BatchSize 10");

        Assert.Equal(Expected.Numbers(1000001, 30), result.Numbers);
        Assert.Contains("1000001", Requests().MaxBy(request => request.Completed)!.Numbers);
    }

    [Fact]
    public void Servers_of_two_regions_in_turn_make_a_batch_for_each_region_and_come_out_as_they_went_in()
    {
        PSObject[] rows = Enumerable.Range(1, 20).SelectMany(ordinal => new[] { (1000000, "KR"), (2000000, "JPN") }
            .Select(region => Row($"{region.Item1 + ordinal}", region.Item2))).ToArray();

        Result result = Run("$rows | Stop-NcpServerInstance", ("rows", rows));

        Assert.Equal(rows.Select(row => row.Properties["ServerInstanceNo"].Value), result.Numbers);
        Assert.Equal(["JPN", "KR"], Requests().Select(request => request.RegionCode).Order());
        Assert.Equal(Expected.Numbers(2000001, 20), Requests().Single(request => request.RegionCode == "JPN").Numbers);
        Assert.Equal(Expected.Numbers(1000001, 20), Requests().Single(request => request.RegionCode == "KR").Numbers);
    }

    [Fact]
    public void Requests_have_the_size_that_BatchSize_asks_for()
    {
        Result result = Run("1000001..1000250 | Stop-NcpServerInstance -BatchSize 50");

        Assert.Equal(Expected.Numbers(1000001, 250), result.Numbers);
        Assert.Equal([50, 50, 50, 50, 50], Requests().Select(request => request.Numbers.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_BatchSize_out_of_range_is_refused_before_any_request(int size)
    {
        Result result = Run("Stop-NcpServerInstance 1000001 -BatchSize $size", ("size", size));

        Assert.Equal(Expected.ErrorId("ParameterArgumentValidationError", "StopNcpServerInstance"), result.Thrown?.FullyQualifiedErrorId);
        Assert.Empty(Requests());
    }

    private static PSObject Row(string number, string region) => new()
    {
        Properties = { new PSNoteProperty("ServerInstanceNo", number), new PSNoteProperty("RegionCode", region) },
    };
}
