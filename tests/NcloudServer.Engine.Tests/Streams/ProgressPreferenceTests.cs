namespace NcloudServer.EngineTests.Streams;

public sealed class ProgressPreferenceTests(ModuleSession session) : HiddenProgress(session)
{
    [Theory]
    [InlineData("Stop-NcpServerInstance -Wait")]
    [InlineData("Wait-NcpServerInstance -Status Stopped")]
    public Task It_hides_the_progress(string command) =>
        AssertHiddenAsync($"$ProgressPreference = 'SilentlyContinue'; 1000001 | {command} -PollingIntervalSec 1");
}
