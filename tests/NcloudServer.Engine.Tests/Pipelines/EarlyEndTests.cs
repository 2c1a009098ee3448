using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>A pipeline that ends before its last number: what was not sent by then is never sent.</summary>
public sealed class EarlyEndTests(ModuleSession session) : EngineTest(session)
{
    private (string, object?) UntilOneRequest => ("untilOneRequest", (Action)(() => ModuleSession.WaitFor(() => Requests().Count == 1)));

    [Fact]
    public void A_consumer_that_fails_ends_it_and_leaves_nothing_under_way()
    {
        // Two requests are under way at once: which of them arrives first, nobody knows.
        Service.Faults.Add(FaultRules.Latency(1) with { Number = "1000001" }, FaultRules.Hang(HangPoint.BeforeHeaders));

        Result result = Run(
            """
            1000001..1000100 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 2 |
                ForEach-Object { throw 'There is not enough space on the disk.' }
            """);

        Assert.Equal("There is not enough space on the disk.", result.Thrown?.ToString());
        // One was answered and two were under way, with none behind them.
        Assert.DoesNotContain(SentInAll(), number => string.CompareOrdinal(number, "1000030") > 0);
    }

    [Fact]
    public void A_consumer_that_ends_it_lets_no_batch_go_out_that_was_not_full()
    {
        // Numbers that were given before keep the pipeline moving until the first server has come out, which ends it.
        Result result = Run(
            """
            $deadline = [DateTime]::UtcNow.AddSeconds(30)
            :pipeline foreach ($once in 1) {
                & { 1000001..1000015; while ([DateTime]::UtcNow -lt $deadline) { 1000001 } } |
                    Stop-NcpServerInstance -BatchSize 10 | ForEach-Object { $_; break pipeline }
            }
            """);

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(Expected.Numbers(1000001, 10), SentInAll());
    }

    [Fact]
    public void A_source_that_fails_ends_it_and_what_had_not_been_sent_is_not_sent()
    {
        Result result = Run(
            "& { 1000001..1000015; $untilOneRequest.Invoke(); throw 'The source is broken.' } | Stop-NcpServerInstance -BatchSize 10",
            UntilOneRequest);

        Assert.Equal("The source is broken.", result.Thrown?.ToString());
        Assert.Equal(Expected.Numbers(1000001, 10), SentInAll());
    }

    [Fact]
    public void A_source_that_only_writes_an_error_ends_nothing()
    {
        Result result = Run(
            """
            function Read-Row {
                [CmdletBinding()] param()
                1000001
                $odd = [Management.Automation.ErrorRecord]::new([Exception]::new('One row was odd.'), 'Odd', 'InvalidData', 7)
                $PSCmdlet.WriteError($odd)
                1000002
            }

            Read-Row | Stop-NcpServerInstance
            """);

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal("One row was odd.", Assert.Single(result.Errors).ToString());
    }

    // What was still on its way has had its time when another command has come and gone.
    private string[] SentInAll()
    {
        ModuleSession.WaitFor(() => Service.Log.InFlight == 0);
        Service.Faults.Clear();
        Assert.Equal(["1004999"], Run("1004999 | Stop-NcpServerInstance").Numbers);
        return Requests("stopServerInstances").SelectMany(request => request.Numbers).Where(number => number != "1004999").ToArray();
    }
}
