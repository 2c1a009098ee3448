using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>Progress where the user wants none.</summary>
public abstract class HiddenProgress : EngineTest
{
    protected HiddenProgress(ModuleSession session)
        : base(session) => Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "SHTDN" });

    protected void Arrive() => Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = "NSTOP" });

    protected async Task AssertHiddenAsync(string script)
    {
        using RunningScript running = Session.Start(script);
        // By the third look it would long have been there.
        ModuleSession.WaitFor(() => Requests("getServerInstanceList").Count(request => request.Completed is not null) >= 3);
        Arrive();

        Result result = await running.EndAsync();

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Empty(Session.Console.Progress);
        Assert.Empty(result.Progress);
    }
}
