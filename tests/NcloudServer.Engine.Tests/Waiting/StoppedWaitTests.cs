using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

public sealed class StoppedWaitTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 60", "stopServerInstances")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 60", "getServerInstanceList")]
    public void Ctrl_C_ends_it_in_the_pause_and_nothing_is_sent_afterwards(string script, string action)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        using RunningScript running = Session.Start(script);
        ModuleSession.WaitFor(() => Requests().Any(request => request.Outcome == RequestOutcome.Answered));
        int shown = Session.Console.Progress.Count;
        // The bar moves while nothing else happens.
        ModuleSession.WaitFor(() => Session.Console.Progress.Count > shown + 1);

        Result result = running.Stop();

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Run("1000009 | Get-NcpServerInstance");
        Assert.Equal([action, "getServerInstanceList"], Requests().Select(request => request.Action));
        Assert.Equal(["1000009"], Requests()[^1].Numbers);
    }
}
