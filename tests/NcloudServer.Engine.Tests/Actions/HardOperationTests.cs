using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>Operations that no page of an action names.</summary>
public sealed class HardOperationTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Stop-NcpServerInstance", "HSHTD", "hard shutting down")]
    [InlineData("Restart-NcpServerInstance", "HREST", "hard rebooting")]
    [InlineData("Start-NcpServerInstance", "HREST", "hard rebooting")]
    public void A_server_that_is_on_its_way_the_hard_way_is_on_its_way(string cmdlet, string operation, string name)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = operation });

        Result result = Run($"1000001 | {cmdlet} -MaximumRetryCount 0");

        Assert.Empty(result.Errors);
        Assert.Equal([name], result.Values("StatusName"));
    }

    [Fact]
    public void A_hard_restart_that_was_seen_is_one()
    {
        // A restart of its own would never end.
        Service.Times.RebootSeconds = 600;
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "HREST" });
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", After = 1, Times = 1, SetServers = [new ServerSettings { Number = "1000001" }],
        });

        Result result = Run("1000001 | Restart-NcpServerInstance -Wait -WaitTimeoutSec 20 -PollingIntervalSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["running"], result.Values("StatusName"));
    }

    [Theory]
    [InlineData("MIGRA")]
    [InlineData("COPY")]
    [InlineData("CREAT")]
    public void A_server_that_is_moved_copied_or_created_is_busy(string operation)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = operation });

        Result result = Run(
            "1000001 | Stop-NcpServerInstance -MaximumRetryCount 0; 1000001 | Restart-NcpServerInstance -MaximumRetryCount 0");

        Assert.Equal(["NcpServerInstanceBusy", "NcpServerInstanceBusy"], result.ErrorIds);
        Assert.All(result.Errors, error => Assert.Contains(operation, error.ToString()));
    }
}
