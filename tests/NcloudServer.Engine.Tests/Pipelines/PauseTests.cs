using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>Ctrl+C while no request is under way, because the command waits for something.</summary>
public sealed class PauseTests(ModuleSession session) : StoppingTest(session)
{
    [Theory]
    [InlineData(429, "1000001..1000010 | Stop-NcpServerInstance -Verbose", "Repeating stopServerInstances in 60")]
    [InlineData(503, "1000001..1000010 | Stop-NcpServerInstance -Verbose", "looking up 10 server instances in 60")]
    [InlineData(429, "1000001 | Invoke-NcpServerInterrupt -Force -Verbose", "Repeating interruptServerInstance in 60")]
    [InlineData(429, "Get-NcpServerInstance -Verbose", "Repeating getServerInstanceList in 60")]
    [InlineData(429, "1000001 | Wait-NcpServerInstance -Status stopped -Verbose", "Repeating getServerInstanceList in 60")]
    public void The_pause_before_a_repeated_request_ends(int status, string script, string says)
    {
        Service.Faults.Add(new FaultRule
        {
            Status = status, Body = "", Headers = new Dictionary<string, string> { ["Retry-After"] = "60" },
        });

        Interrupt(script, () => Says(says));
        Assert.Equal(2, Requests().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Wait")]
    public void The_wait_for_a_busy_server_ends(string wait)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Operation = "CHNG" });

        Interrupt(
            $"1000001, 1000002 | Stop-NcpServerInstance {wait} -Verbose -MaximumRetryCount 20",
            () => Says("looking again in ") && Requests().SelectMany(request => request.NumbersChanged).Contains("1000002"));
        Assert.DoesNotContain("1000001", Requests().SelectMany(request => request.NumbersChanged));
    }

    [Theory]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 60")]
    [InlineData("1000001, 1000002 | Restart-NcpServerInstance -Wait -PollingIntervalSec 60")]
    [InlineData("1000001, 1000002 | Wait-NcpServerInstance -Status stopped -PollingIntervalSec 60")]
    public void The_wait_for_the_target_state_ends_before_its_next_look_up(string script)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 900, RebootSeconds = 900 };

        Interrupt(script, () => Requests().Any(request => request.Outcome == RequestOutcome.Answered));
        Assert.Equal(2, Requests().Count);
    }

    [Fact]
    public void The_wait_for_the_target_state_ends_within_a_look_up()
    {
        Service.Faults.Add(new FaultRule { Action = "getServerInstanceList", Hang = HangPoint.BeforeHeaders });

        Interrupt("1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1", () => Hangs(2));
    }

    [Fact]
    public void Numbers_whose_batch_was_not_full_are_never_sent()
    {
        Action rest = static () => Thread.Sleep(1);

        Interrupt(
            "& { 1000001..1000015; while ($true) { $rest.Invoke() } } | Stop-NcpServerInstance -BatchSize 10",
            () => Requests().Any(request => request.Outcome == RequestOutcome.Answered),
            ("rest", rest));
        Assert.Equal(
            Expected.Numbers(1000001, 10).Append("1005000"),
            Requests().SelectMany(request => request.Numbers));
    }
}
