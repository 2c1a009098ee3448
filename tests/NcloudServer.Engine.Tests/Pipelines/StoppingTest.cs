using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>Begins a script, presses Ctrl+C once it has got somewhere, and sees to it that nothing comes afterwards.</summary>
public abstract class StoppingTest(ModuleSession session) : EngineTest(session)
{
    private protected void Interrupt(string script, Func<bool> reached, params (string Name, object? Value)[] variables)
    {
        using RunningScript running = Session.Start(script, variables);
        ModuleSession.WaitFor(reached);
        Assert.False(running.IsCompleted);

        Result result = running.Stop();

        Assert.Empty(result.Errors);
        // The connections are given up, not left to hang.
        ModuleSession.WaitFor(() => Service.Log.InFlight == 0);
        LoggedRequest[] sent = [.. Requests()];
        AssertNextCommandWorks();
        Assert.Equal(sent.Select(request => request.Sequence), Requests().SkipLast(1).Select(request => request.Sequence));
    }

    /// <summary>Whether so many requests have arrived, the last of which hangs.</summary>
    private protected bool Hangs(int requests) => Requests().Count == requests && Requests()[^1].Outcome == RequestOutcome.Hung;

    private protected bool Says(string text) => Session.Console.Text.Contains(text, StringComparison.Ordinal);

    private void AssertNextCommandWorks()
    {
        Service.Faults.Clear();
        Result next = Run("1005000 | Stop-NcpServerInstance");

        Assert.Equal(["1005000"], next.Numbers);
        Assert.Equal(["1005000"], Requests()[^1].Numbers);
    }
}
