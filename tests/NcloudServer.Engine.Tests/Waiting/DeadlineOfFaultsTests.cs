using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>-WaitTimeoutSec counts while requests fail, too.</summary>
public sealed class DeadlineOfFaultsTests : EngineTest
{
    private const string Script = "1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 -MaximumRetryCount 4";

    private static readonly FaultRule s_fault = FaultRules.GatewayError(503, "500", "Endpoint Error");

    public DeadlineOfFaultsTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    [Fact]
    public void It_includes_the_repeats_of_status_requests_that_fail()
    {
        Service.Faults.Add(s_fault with { Action = "getServerInstanceList" });

        Result result = Run(Script);

        Assert.Empty(result.Output);
        Assert.Equal(["1000001"], result.Targets);
        Assert.Contains(result.ErrorIds.Single(), new[] { "NcpOutcomeUnknown", "NcpWaitTimeout" });
        // A single look and its four repeats would take 15 seconds.
        Assert.InRange(Requests("getServerInstanceList").Count, 1, 4);
    }

    [Fact]
    public void It_includes_a_request_with_an_unknown_outcome_and_what_is_sent_again_after_it()
    {
        Service.Faults.Add(s_fault with { Action = "stopServerInstances" });

        Result result = Run(Script);

        Assert.Empty(result.Output);
        Assert.Equal(["1000001"], result.Targets);
        // Each look said that it was not carried out; after the last request there may have been no time for one.
        Assert.Contains(result.ErrorIds.Single(), new[] { "NcpServiceUnavailable", "NcpWaitTimeout", "NcpOutcomeUnknown" });
        // The request and its four repeats would take 15 seconds.
        Assert.InRange(Requests("stopServerInstances").Count, 1, 4);
    }

    [Fact]
    public void The_error_names_the_last_status_of_a_server_that_did_not_arrive_in_time()
    {
        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 1 -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(Expected.ErrorId("NcpWaitTimeout", "StopNcpServerInstance"), error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Equal("1000001", error.TargetObject);
        Assert.Contains("shutting down", error.ToString());
    }
}
