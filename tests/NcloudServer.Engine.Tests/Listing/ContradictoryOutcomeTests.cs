using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

public sealed class ContradictoryOutcomeTests(ModuleSession session) : ContradictionTests(session)
{
    [Theory]
    [MemberData(nameof(Unbelievable))]
    public void It_settles_no_unknown_outcome(string contradiction)
    {
        Service.Faults.Add(FaultRules.Cut(CutPoint.AfterWork) with { Action = "stopServerInstances" });
        Contradict(contradiction);

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorIds("NcpOutcomeUnknown", "StopNcpServerInstance", 2),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Single(Requests("stopServerInstances"));
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void In_the_response_to_a_stop_it_leads_to_a_status_request_and_not_to_another_stop(string contradiction)
    {
        Contradict(contradiction, "stopServerInstances");

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Single(Requests("stopServerInstances"));
    }
}
