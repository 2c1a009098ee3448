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
    [InlineData("the reply was cut short")]
    public void A_server_is_never_interrupted_a_second_time(string failure)
    {
        // On a connection that is kept, the network stack itself repeats what it takes for harmless.
        Run("1000002 | Invoke-NcpServerInterrupt -Force");
        Service.Log.Clear();
        Service.Faults.Add(FaultOf(failure) with { Action = "interruptServerInstance" });

        AssertUnknown(Run("1000001 | Invoke-NcpServerInterrupt -Force"));

        Assert.Equal(1, Service.Fleet.Find("1000001")?.InterruptCount);
    }

    [Theory]
    [InlineData("RUN", "NULL")]
    [InlineData("NSTOP", "NULL")]
    [InlineData("FSTOP", "NULL")]
    [InlineData("RUN", "RESTA")]
    [InlineData("RUN", "TERMT")]
    public void An_accepted_interrupt_whose_reply_does_not_name_the_server_is_unknown_whatever_its_status(string status, string operation)
    {
        Service.Faults.Add(FaultRules.Omit("1000001") with
        {
            Action = "interruptServerInstance",
            SetServers = [new ServerSettings { Number = "1000001", Status = status, Operation = operation }],
        });

        AssertUnknown(Run("1000001 | Invoke-NcpServerInterrupt -Force"));
    }

    private static FaultRule FaultOf(string failure) => failure switch
    {
        "the connection was reset" => FaultRules.Cut(CutPoint.AfterWork),
        "the connection was closed" => FaultRules.Cut(CutPoint.AfterWork, CloseKind.Graceful),
        "the gateway gave up" => FaultRules.GatewayError(504, "510", "Endpoint Timeout") with { DoWork = true },
        _ => new FaultRule { TruncateTo = 100 },
    };

    private void AssertUnknown(Result result)
    {
        Assert.Empty(result.Output);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("NcpOutcomeUnknown,NcloudServer.Commands.InvokeNcpServerInterruptCommand", error.FullyQualifiedErrorId);
        Assert.Equal("1000001", error.TargetObject);
        Assert.Single(Requests("interruptServerInstance"));
    }
}
