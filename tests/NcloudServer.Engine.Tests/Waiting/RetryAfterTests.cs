using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>A service that says when it wants to be asked again.</summary>
public sealed class RetryAfterTests : EngineTest
{
    // A timer may be early by its resolution.
    private static readonly TimeSpan s_told = TimeSpan.FromSeconds(2.9);

    public RetryAfterTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };

    /// <summary>One request at a time: what is under way already can't be held back.</summary>
    [Fact]
    public void A_look_that_is_told_to_wait_holds_the_whole_command_back()
    {
        Service.Faults.Add(FaultRules.Throttled(3) with { Action = "getServerInstanceList", Times = 1 });

        Result result = Run("""
            [pscustomobject]@{ ServerInstanceNo = '1000001'; RegionCode = 'KR' },
            [pscustomobject]@{ ServerInstanceNo = '3000001'; RegionCode = 'SGN' } |
                Stop-NcpServerInstance -Wait -ThrottleLimit 1 -PollingIntervalSec 1 -MaximumRetryCount 0
            """);

        Assert.Empty(result.Errors);
        AssertNothingBefore(Requests().Single(request => request.Status == 429));
    }

    [Fact]
    public void A_busy_server_is_asked_about_again_when_the_service_says_so()
    {
        Service.Faults.Add(FaultRules.ServiceError(400, "1101003", "In operation.") with
        {
            Action = "stopServerInstances", Times = 1, Headers = new Dictionary<string, string> { ["Retry-After"] = "3" },
        });

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0");

        Assert.Empty(result.Errors);
        IReadOnlyList<LoggedRequest> changes = Requests("stopServerInstances");
        Assert.Equal(2, changes.Count);
        Assert.True(changes[1].Received - changes[0].Completed >= s_told);
    }

    private void AssertNothingBefore(LoggedRequest told) => Assert.All(
        Requests().Where(request => request.Sequence > told.Sequence),
        request => Assert.True(request.Received - told.Completed >= s_told, $"{request.Action} came at {request.Received}."));
}
