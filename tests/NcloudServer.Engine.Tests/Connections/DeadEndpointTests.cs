using NcloudServer.Simulator;
using NcloudServer.Tests.Http;

namespace NcloudServer.EngineTests.Connections;

/// <summary>An endpoint where nobody listens.</summary>
public sealed class DeadEndpointTests(ModuleSession session) : EngineTest(session), IDisposable
{
    private readonly ClosedPort _closed = new();

    public void Dispose() => _closed.Dispose();

    [Theory]
    [InlineData(1000, "1000001..1001000 | Stop-NcpServerInstance -BatchSize 10")]
    [InlineData(1000, "Stop-NcpServerInstance (1000001..1001000) -BatchSize 10")]
    [InlineData(1000, "1000001..1001000 | Restart-NcpServerInstance -Wait -BatchSize 10")]
    [InlineData(200, "1000001..1000200 | Invoke-NcpServerInterrupt -Force")]
    [InlineData(3000, "1000001..1003000 | Get-NcpServerInstance")]
    public void It_is_recognised_once_and_not_by_every_batch_again(int count, string script)
    {
        Result result = Run($"{script} -EndpointUrl $url -MaximumRetryCount 1 -Verbose", ("url", _closed.Address));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Output);
        Assert.Equal(Expected.Numbers(1000001, count), result.Targets.Order());
        Assert.Equal(["NcpConnectionFailed"], result.ErrorIds.Distinct());
        // Those that were in flight when it became known may each have paused once; no more.
        Assert.InRange(result.Verbose.Count(line => line.Contains("Repeating ", StringComparison.Ordinal)), 1, 8);
    }

    [Fact]
    public void It_is_an_error_for_every_number_that_names_the_address()
    {
        Result result = Run(
            "1000001, 1000002 | Stop-NcpServerInstance -EndpointUrl $url -MaximumRetryCount 0", ("url", _closed.Address));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorIds("NcpConnectionFailed", "StopNcpServerInstance", 2),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.All(result.Errors, error =>
        {
            Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
            Assert.Contains(new Uri(_closed.Address).Authority, error.ToString());
            Assert.Contains("endpoint", error.ErrorDetails.RecommendedAction);
        });
    }

    [Fact]
    public async Task It_is_tried_again_by_the_next_command()
    {
        const string Script = "1000001 | Stop-NcpServerInstance -EndpointUrl $url -MaximumRetryCount 0";
        string address = _closed.Address;
        Assert.Equal(["NcpConnectionFailed"], Run(Script, ("url", address)).ErrorIds);

        _closed.Dispose();
        await using SimulatorHost service = await SimulatorHost.StartAsync(new SimulatorOptions { Port = new Uri(address).Port });

        Assert.Equal(["1000001"], Run(Script, ("url", address)).Numbers);
    }
}
