using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Confirmation;

/// <summary>What the last answer has led to is there before the next question is asked.</summary>
public sealed class ResultsBeforeQuestionsTests : EngineTest
{
    private readonly List<string> _written = [];
    private readonly List<string> _writtenAtQuestion = [];

    public ResultsBeforeQuestionsTests(ModuleSession session)
        : base(session) => Session.Console.OnQuestion = () =>
    {
        _writtenAtQuestion.Add(string.Join(' ', _written));
        // Far longer than the engine takes for an answer of its own.
        Thread.Sleep(300);
    };

    [Theory]
    [InlineData("1000001..1000003 | Invoke-NcpServerInterrupt")]
    [InlineData("Invoke-NcpServerInterrupt (1000001..1000003) -Force -Confirm")]
    [InlineData("$ConfirmPreference = 'Medium'; 1000001..1000003 | Stop-NcpServerInstance -BatchSize 1")]
    public void Each_server_is_written_before_the_question_about_the_next(string script)
    {
        Session.Console.Answer("Yes");

        Result result = RunAndNote(script);

        Assert.Equal(["", "1000001", "1000001 1000002"], _writtenAtQuestion);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
    }

    [Fact]
    public void What_had_to_be_looked_up_is_written_before_the_next_question_too()
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = "NSTOP" });
        Session.Console.Answer("Yes", "No");

        RunAndNote("1000001, 1000002 | Invoke-NcpServerInterrupt 2>&1");

        Assert.Equal(["", "1000001"], _writtenAtQuestion);
    }

    [Fact]
    public void A_server_whose_answer_does_not_come_does_not_hold_up_the_next_question_for_long()
    {
        Service.Faults.Add(FaultRules.Hang(HangPoint.BeforeHeaders) with { Number = "1000001" });
        Session.Console.Answer("Yes", "Halt Command");

        Assert.NotNull(RunAndNote("1000001, 1000002 | Invoke-NcpServerInterrupt -TimeoutSec 100").Thrown);
        Assert.Equal(["", ""], _writtenAtQuestion);
    }

    [Fact]
    public void What_nothing_was_sent_of_is_not_waited_for()
    {
        Session.Console.Answer("Yes");

        RunAndNote("1000001..1000003 | Stop-NcpServerInstance -Confirm");

        Assert.Equal(["", "", ""], _writtenAtQuestion);
        Assert.Equal(Expected.Numbers(1000001, 3), Assert.Single(Requests()).Numbers);
    }

    [Fact]
    public void Who_has_said_yes_to_all_is_not_kept_waiting()
    {
        Service.Faults.Add(new FaultRule { LatencyMs = 1500 });
        Session.Console.Answer("Yes to All");

        RunAndNote("1000001..1000004 | Invoke-NcpServerInterrupt");

        Assert.Single(Session.Console.Questions);
        Assert.InRange(Service.Log.HighestInFlight, 2, 4);
    }

    private Result RunAndNote(string script) => Run(
        $$"""
        {{script}} | ForEach-Object { $written.Add($(if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.Number })); $_ }
        """,
        ("written", _written));
}
