using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class ThrottleLimitTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(1, "Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 1")]
    [InlineData(3, "Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 3")]
    [InlineData(4, "Stop-NcpServerInstance -BatchSize 1")]
    [InlineData(1, "Invoke-NcpServerInterrupt -Force -ThrottleLimit 1")]
    [InlineData(3, "Invoke-NcpServerInterrupt -Force -ThrottleLimit 3")]
    [InlineData(4, "Invoke-NcpServerInterrupt -Force")]
    public void No_more_requests_are_in_flight_than_the_limit_which_is_4_unless_another_is_given(int limit, string command)
    {
        // The latency gives one too many the time to come.
        Service.Faults.Add(FaultRules.Hold(received: limit) with { Times = limit, LatencyMs = 100 }, FaultRules.Latency(100));

        Result result = Run($"1000001..1000008 | {command}");

        Assert.Equal(Expected.Numbers(1000001, 8), result.Numbers);
        Assert.Equal(limit, Service.Log.HighestInFlight);
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance (1000001..1000003) -BatchSize 1 -ThrottleLimit 1")]
    [InlineData("Invoke-NcpServerInterrupt (1000001..1000003) -Force -ThrottleLimit 1")]
    public void A_limit_of_1_sends_in_the_order_of_the_input(string command)
    {
        // Which of two tasks begins first is decided anew each time.
        Run($"foreach ($run in 1..50) {{ $null = {command} }}");

        // One request at a time means: the database may have to go last.
        Assert.Equal(
            Enumerable.Repeat("1000001 1000002 1000003", 50),
            Requests().SelectMany(request => request.Numbers).Chunk(3).Select(run => string.Join(' ', run)));
    }
}
