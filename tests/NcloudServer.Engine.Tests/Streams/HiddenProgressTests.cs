using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>Progress where the session or the command wants none.</summary>
public sealed class HiddenProgressTests : EngineTest
{
    public HiddenProgressTests(ModuleSession session)
        : base(session) => Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "SHTDN" });

    [Theory]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction SilentlyContinue")]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction Ignore")]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; 1000001 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1")]
    public async Task It_is_hidden_where_it_is_not_wanted(string script)
    {
        using RunningScript running = Session.Start(script);
        // By the third query it would long have been there.
        ModuleSession.WaitFor(() => Requests("getServerInstanceList").Count(request => request.Completed is not null) >= 3);
        Stop();

        Result result = await running.EndAsync();

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Empty(Session.Console.Progress);
        Assert.Empty(result.Progress);
    }

    [Fact]
    public async Task ProgressAction_shows_it_where_the_session_hides_it()
    {
        using RunningScript running = Session.Start("""
            $ProgressPreference = 'SilentlyContinue'
            1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction Continue
            """);
        ModuleSession.WaitFor(() => Session.Console.Progress.Count > 0);
        Stop();

        Assert.Equal(["1000001"], (await running.EndAsync()).Numbers);
    }

    private void Stop() => Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = "NSTOP" });
}
