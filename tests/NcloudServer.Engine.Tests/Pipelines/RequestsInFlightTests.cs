using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>Ctrl+C while the service owes an answer. It would hang for two minutes.</summary>
public sealed class RequestsInFlightTests(ModuleSession session) : StoppingTest(session)
{
    [Theory]
    [InlineData("1000001..1000010 | Stop-NcpServerInstance")]
    [InlineData("1000001..1000010 | Start-NcpServerInstance")]
    [InlineData("1000001..1000010 | Restart-NcpServerInstance -Wait")]
    [InlineData("1000001 | Invoke-NcpServerInterrupt -Force")]
    [InlineData("1000001 | Get-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance -AllRegions")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status stopped")]
    [InlineData("Get-NcpRegion")]
    public void Every_cmdlet_ends_before_the_headers_of_a_response_and_in_its_body(string script)
    {
        foreach (HangPoint point in new[] { HangPoint.BeforeHeaders, HangPoint.InBody })
        {
            Session.Reset();
            Service.Faults.Add(new FaultRule { Hang = point });

            Interrupt(script, () => Hangs(1));
            Assert.True(Requests()[0].ClientAborted);
        }
    }

    [Fact]
    public void A_look_up_that_hangs_after_a_cut_ends()
    {
        Service.Faults.Add(
            new FaultRule { Action = "stopServerInstances", Cut = CutPoint.AfterWork },
            new FaultRule { Action = "getServerInstanceList", Hang = HangPoint.BeforeHeaders });

        Interrupt("1000001..1000010 | Stop-NcpServerInstance", () => Hangs(2));
    }

    [Fact]
    public void Requests_that_wait_for_their_turn_are_never_sent()
    {
        Service.Faults.Add(new FaultRule { Hang = HangPoint.BeforeHeaders });

        Interrupt("1000001..1000010 | Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 1", () => Hangs(1));
    }

    [Fact]
    public void Several_interrupts_that_hang_end_together()
    {
        Service.Faults.Add(new FaultRule { Hang = HangPoint.BeforeHeaders });

        Interrupt("1000001..1000010 | Invoke-NcpServerInterrupt -Force", () => Hangs(4));
        Assert.All(Requests("interruptServerInstance"), request => Assert.True(request.ClientAborted));
    }

    [Fact]
    public void A_list_ends_between_its_pages()
    {
        Service.Policies = new Policies { MaximumRowsWithoutPage = 1000 };
        Service.Faults.Add(new FaultRule { After = 1, Hang = HangPoint.BeforeHeaders });

        Interrupt("Get-NcpServerInstance", () => Hangs(2));
    }
}
