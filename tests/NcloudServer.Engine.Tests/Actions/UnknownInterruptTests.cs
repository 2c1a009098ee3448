using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>
/// Nothing that can be read back tells whether a server was interrupted: a request that may have been carried out is not repeated.
/// </summary>
public sealed class UnknownInterruptTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("the connection was reset")]
    [InlineData("the connection was closed")]
    [InlineData("the gateway gave up")]
    [InlineData("the response was cut short")]
    public void A_server_is_never_interrupted_a_second_time(string failure)
    {
        // On a connection that is kept, the network stack itself repeats what it takes for harmless.
        Run("1000002 | Invoke-NcpServerInterrupt -Force");
        Service.Log.Clear();
        Service.Faults.Add(FaultOf(failure) with { Action = "interruptServerInstance" });

        Result result = Run("1000001 | Invoke-NcpServerInterrupt -Force");

        Assert.Empty(result.Output);
        Assert.Equal(Expected.ErrorId("NcpOutcomeUnknown", "InvokeNcpServerInterrupt"), Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(["1000001"], result.Targets);
        Assert.Single(Requests("interruptServerInstance"));
        Assert.Equal(1, Service.Fleet.Find("1000001")?.InterruptCount);
    }

    private static FaultRule FaultOf(string failure) => failure switch
    {
        "the connection was reset" => FaultRules.Cut(CutPoint.AfterWork),
        "the connection was closed" => FaultRules.Cut(CutPoint.AfterWork, CloseKind.Graceful),
        "the gateway gave up" => FaultRules.GatewayError(504, "510", "Endpoint Timeout") with { DoWork = true },
        _ => new FaultRule { TruncateTo = 100 },
    };
}
