using NcloudServer.Simulator;
using NcloudServer.Tests.Http;

namespace NcloudServer.EngineTests.Connections;

/// <summary>An endpoint where nobody listens at first.</summary>
public sealed class ReturningEndpointTests(ModuleSession session) : EngineTest(session), IDisposable
{
    private readonly ClosedPort _closed = new();
    private SimulatorHost? _service;

    public void Dispose()
    {
        _closed.Dispose();
        _service?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <param name="isThrottled">Whether the first thing that it says is that there are too many requests.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_used_again_by_the_same_command(bool isThrottled)
    {
        var failed = new List<ErrorRecord>();
        var stopped = new List<string>();
        Action open = () => Open(isThrottled ? [FaultRules.Throttled() with { Times = 1 }] : []);
        string address = _closed.Address;

        // A number that was given before makes no request; it only keeps the pipeline moving until the outcomes are out.
        Run(
            """
            & {
                1000001..1000010
                while ($failed.Count -lt 10) { 1000001 }
                $open.Invoke()
                # It rests for a moment after each failure: batch after batch is tried until one gets through.
                for ($first = 1000011; $stopped.Count -eq 0 -and $first -lt 1004000; $first += 10) {
                    $first..($first + 9)
                    while ($failed.Count + $stopped.Count -lt $first - 1000001 + 10) { 1000001 }
                    [Threading.Thread]::Sleep(20)
                }
                1004001..1004020
            } | Stop-NcpServerInstance -BatchSize 10 -MaximumRetryCount 1 -EndpointUrl $url 2>&1 | ForEach-Object {
                if ($_ -is [Management.Automation.ErrorRecord]) { $failed.Add($_) } else { $stopped.Add($_.ServerInstanceNo) }
            }
            """,
            ("failed", failed), ("stopped", stopped), ("open", open), ("url", address));

        Assert.All(failed, error => Assert.Equal("NcpConnectionFailed", Result.IdOf(error)));
        Assert.Equal(Expected.Numbers(1000001, failed.Count), failed.Select(error => $"{error.TargetObject}"));
        Assert.Equal([.. Expected.Numbers(1000001 + failed.Count, 10), .. Expected.Numbers(1004001, 20)], stopped);
    }

    [Fact]
    public void It_is_tried_again_by_the_next_command()
    {
        const string Script = "1000001 | Stop-NcpServerInstance -EndpointUrl $url -MaximumRetryCount 0";
        string address = _closed.Address;
        Assert.Equal(["NcpConnectionFailed"], Run(Script, ("url", address)).ErrorIds);

        Open();

        Assert.Equal(["1000001"], Run(Script, ("url", address)).Numbers);
    }

    private void Open(params FaultRule[] faults)
    {
        int port = new Uri(_closed.Address).Port;
        _closed.Dispose();
        _service = SimulatorHost.StartAsync(new SimulatorOptions { Port = port }).GetAwaiter().GetResult();
        _service.Faults.Add(faults);
    }
}
