using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

public sealed class ProgressTests : EngineTest
{
    public ProgressTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    [Theory]
    [InlineData("Stop-NcpServerInstance -Wait", "Stopping server instances")]
    [InlineData("Wait-NcpServerInstance -Status Stopped", "Waiting until server instances are stopped")]
    public async Task It_shows_what_is_awaited_and_how_far_it_has_come_and_ends_with_the_wait(string command, string activity)
    {
        SetAll(new ServerSettings { Number = "1000001", Operation = "SHTDN" });
        using RunningScript running = Session.Start($"1000001..1000004 | {command} -PollingIntervalSec 1");
        ProgressRecord first = WaitForRecord("0 of 4, 4 shutting down since ");
        Assert.Equal(activity, first.Activity);
        Assert.Equal(ProgressRecordType.Processing, first.RecordType);
        Assert.Equal(0, first.PercentComplete);
        // What is left of the time limit is no estimate.
        Assert.Equal(-1, first.SecondsRemaining);
        Assert.Matches(@" since \d\d:\d\d:\d\d$", first.StatusDescription);

        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });
        Assert.Equal(25, WaitForRecord("1 of 4, 3 shutting down since ").PercentComplete);

        SetAll(new ServerSettings { Number = "1000001", Status = "NSTOP" });
        Result result = await running.EndAsync();

        // One time for as long as the state is the same, however many leave it.
        Assert.Single(Session.Console.Progress.Where(record => record.StatusDescription.Contains("shutting down since"))
            .Select(record => record.StatusDescription.Split(" since ")[1]).Distinct());
        Assert.Equal(4, result.Output.Count);
        AssertEnds();
    }

    private void AssertEnds()
    {
        ProgressRecord last = Session.Console.Progress[^1];
        Assert.Equal(ProgressRecordType.Completed, last.RecordType);
        Assert.Single(Session.Console.Progress, record => record.RecordType == ProgressRecordType.Completed);
        Assert.Single(Session.Console.Progress.Select(record => record.ActivityId).Distinct());
    }

    private ProgressRecord WaitForRecord(string status)
    {
        ModuleSession.WaitFor(() => Session.Console.Progress.Any(record => record.StatusDescription.StartsWith(status, StringComparison.Ordinal)));
        return Session.Console.Progress.First(record => record.StatusDescription.StartsWith(status, StringComparison.Ordinal));
    }

    private void SetAll(ServerSettings settings)
    {
        foreach (string number in Expected.Numbers(1000001, 4))
        {
            Service.Fleet.Set(settings with { Number = number });
        }
    }
}
