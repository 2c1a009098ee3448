using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A stop that is not answered in time.</summary>
public sealed class LateResponseTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void It_is_no_error_where_the_stop_was_carried_out() =>
        AssertSuccess(FaultRules.Hang(HangPoint.BeforeHeaders, doWork: true));

    [Fact]
    public void It_is_no_error_where_the_time_was_over_in_the_body() => AssertSuccess(FaultRules.Hang(HangPoint.InBody));

    [Fact]
    public void It_is_a_time_out_where_the_stop_was_not_carried_out_and_no_repeat_is_left()
    {
        Service.Faults.Add(FaultRules.Hang(HangPoint.BeforeHeaders) with { Action = "stopServerInstances" });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(["NcpRequestTimeout", "NcpRequestTimeout"], result.ErrorIds);
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category));
        Assert.Contains("-TimeoutSec", result.Errors[0].ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Its_outcome_is_unknown_where_the_status_can_not_be_read_either()
    {
        Service.Faults.Add(FaultRules.Cut(CutPoint.AfterWork));

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorIds("NcpOutcomeUnknown", "StopNcpServerInstance", 2),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category));
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
    }

    private void AssertSuccess(FaultRule hang)
    {
        Service.Faults.Add(hang with { Action = "stopServerInstances" });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
    }
}
