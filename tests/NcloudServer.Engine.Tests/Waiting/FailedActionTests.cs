using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>An action that was accepted and then failed: it is not awaited until the limit.</summary>
/// <remarks>Page: common-vapidatatype-fabricclusterserverinstance.</remarks>
public sealed class FailedActionTests : EngineTest
{
    public FailedActionTests(ModuleSession session)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0, BootSeconds = 0, RebootSeconds = 0 };
        Service.Fleet.Set(new ServerSettings { Number = "1000009", Status = "NSTOP" });
    }

    [Theory]
    [InlineData("1000001", "Stop-NcpServerInstance", "SD_FL")]
    [InlineData("1000009", "Start-NcpServerInstance", "ST_FL")]
    [InlineData("1000001", "Restart-NcpServerInstance", "RS_FL")]
    public void The_status_says_so(string number, string cmdlet, string status)
    {
        Service.Policies.ActionEnd = ActionEnd.Failed;

        Result result = Run($"{number} | {cmdlet} -Wait -WaitTimeoutSec 20 -PollingIntervalSec 1");

        AssertFailed(result, number);
        Assert.Equal(status, Service.Fleet.Find(number)?.Status);
    }

    [Fact]
    public void A_server_that_was_seen_booting_is_stopped_again()
    {
        Service.Times.BootSeconds = 600;
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", Times = 1, SetServers = [new ServerSettings { Number = "1000009", Status = "NSTOP" }],
        });

        Result result = Run("1000009 | Start-NcpServerInstance -Wait -WaitTimeoutSec 30 -PollingIntervalSec 1");

        AssertFailed(result, "1000009");
    }

    [Fact]
    public void Wait_ends_with_it_too()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000009", Status = "ST_FL" });

        Result result = Run("1000009 | Wait-NcpServerInstance -Status Running -WaitTimeoutSec 20 -PollingIntervalSec 1");

        AssertFailed(result, "1000009");
    }

    private static void AssertFailed(Result result, string number)
    {
        Assert.Empty(result.Output);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("NcpServerInstanceFailed", Result.IdOf(error));
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Equal(number, error.TargetObject);
        Assert.DoesNotContain("continues", error.ErrorDetails.RecommendedAction);
        Assert.Null(result.Thrown);
    }
}
