using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class NotCarriedOutTests(ModuleSession session) : LostResponseTests(session)
{
    public static IEnumerable<object[]> Losses => Names(s_beforeWork);

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_stop_that_was_not_carried_out_is_looked_up_and_sent_once_more(string loss)
    {
        Service.Faults.Add(s_beforeWork[loss] with { Action = "stopServerInstances", Times = 1 });

        Result result = Run(StopThree);

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
        Assert.Equal(["stopServerInstances", "getServerInstanceList", "stopServerInstances"], Actions);
        Assert.Equal(Expected.Numbers(1000001, 3), Requests().SelectMany(request => request.NumbersChanged));
    }

    [Fact]
    public void It_is_sent_no_more_often_than_MaximumRetryCount_allows_and_then_is_an_error()
    {
        Service.Faults.Add(FaultRules.GatewayError(503, "500", "Endpoint Error") with { Action = "stopServerInstances" });

        Result result = Run("1000001 | Stop-NcpServerInstance -MaximumRetryCount 1");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("NcpServiceUnavailable", Result.IdOf(error));
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.Equal("1000001", error.TargetObject);
        Assert.Equal(2, Requests("stopServerInstances").Count);
    }
}
