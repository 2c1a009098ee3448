using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>A list of a hundred servers that the service cuts off after thirty.</summary>
public sealed class CutOffListTests : EngineTest
{
    public CutOffListTests(ModuleSession session)
        : base(session) => Service.Policies = new Policies { MaximumRowsWithoutPage = 30 };

    [Fact]
    public void It_does_not_turn_existing_servers_into_missing_ones()
    {
        Result result = Run("1000001..1000100 | Get-NcpServerInstance -MaximumRetryCount 0");

        Assert.Equal(Expected.Numbers(1000001, 100), result.Numbers.Concat(result.Targets).Order());
        Assert.All(result.ErrorIds, id => Assert.Equal("NcpInvalidResponse", id));
    }

    [Fact]
    public void It_does_not_turn_servers_that_shut_down_into_stopped_ones()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

        Result result = Run(
            "1000001..1000100 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 2 -PollingIntervalSec 1 -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(Expected.Numbers(1000001, 100), result.Targets.Order());
    }
}
