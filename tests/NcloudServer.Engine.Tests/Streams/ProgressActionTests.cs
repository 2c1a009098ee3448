namespace NcloudServer.EngineTests.Streams;

public sealed class ProgressActionTests(ModuleSession session) : HiddenProgress(session)
{
    [Theory]
    [InlineData("Stop-NcpServerInstance -Wait", "SilentlyContinue")]
    [InlineData("Stop-NcpServerInstance -Wait", "Ignore")]
    [InlineData("Wait-NcpServerInstance -Status Stopped", "SilentlyContinue")]
    public Task It_hides_the_progress(string command, string action) =>
        AssertHiddenAsync($"1000001 | {command} -PollingIntervalSec 1 -ProgressAction {action}");

    [Fact]
    public async Task It_shows_the_progress_where_the_session_hides_it()
    {
        using RunningScript running = Session.Start("""
            $ProgressPreference = 'SilentlyContinue'
            1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -ProgressAction Continue
            """);
        ModuleSession.WaitFor(() => Session.Console.Progress.Count > 0);
        Arrive();

        Assert.Equal(["1000001"], (await running.EndAsync()).Numbers);
    }
}
