namespace NcloudServer.EngineTests.Confirmation;

/// <summary>The confirmation prompt: who is asked, how often, and what each answer does.</summary>
public sealed class ConfirmationTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance", "No", 0, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Start-NcpServerInstance", "No", 0, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Restart-NcpServerInstance", "No", 0, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Invoke-NcpServerInterrupt -Force", "No", 0, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Invoke-NcpServerInterrupt -Confirm:$false", "No", 0, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance -Confirm", "Yes", 2, "1000001 1000002")]
    [InlineData("1000001, 1000002 | Start-NcpServerInstance -Confirm", "No", 2, "")]
    [InlineData("1000001, 1000002 | Restart-NcpServerInstance -Confirm", "No", 2, "")]
    [InlineData("1000001, 1000002 | Invoke-NcpServerInterrupt", "Yes", 2, "1000001 1000002")]
    [InlineData("1000001 | Invoke-NcpServerInterrupt -Force:$false", "No", 1, "")]
    [InlineData("1000001, 1000002 | Invoke-NcpServerInterrupt -Force -Confirm", "Yes,No", 2, "1000001")]
    public void Interrupt_asks_and_the_others_do_not_unless_a_switch_says_otherwise(
        string script, string answers, int questions, string done) => Check(script, answers, questions, done);

    [Theory]
    [InlineData("$ConfirmPreference = 'Medium'; 1000001 | Stop-NcpServerInstance", 1, "")]
    [InlineData("$ConfirmPreference = 'Medium'; 1000001 | Start-NcpServerInstance", 1, "")]
    [InlineData("$ConfirmPreference = 'Medium'; 1000001 | Restart-NcpServerInstance", 1, "")]
    [InlineData("$ConfirmPreference = 'High'; 1000001 | Stop-NcpServerInstance", 0, "1000001")]
    [InlineData("$ConfirmPreference = 'None'; 1000001 | Invoke-NcpServerInterrupt", 0, "1000001")]
    [InlineData("$ConfirmPreference = 'Low'; 1000001 | Invoke-NcpServerInterrupt -Force", 0, "1000001")]
    public void ConfirmPreference_is_obeyed(string script, int questions, string done) => Check(script, "No", questions, done);

    [Theory]
    [InlineData("Yes,No,Yes", 3, "1000001 1000003")]
    [InlineData("No,Yes,No", 3, "1000002")]
    [InlineData("Yes to All", 1, "1000001 1000002 1000003")]
    [InlineData("No,Yes to All", 2, "1000002 1000003")]
    [InlineData("No to All", 1, "")]
    [InlineData("Yes,No to All", 2, "1000001")]
    [InlineData("Suspend,Yes,Suspend,Suspend,No,Yes", 6, "1000001 1000003", 3)]
    public void Every_answer_is_obeyed_by_stop_and_by_interrupt(string answers, int questions, string done, int suspensions = 0)
    {
        foreach (string command in new[] { "Stop-NcpServerInstance -Confirm", "Invoke-NcpServerInterrupt" })
        {
            Session.Reset();
            Check($"1000001..1000003 | {command}", answers, questions, done);
            Assert.Equal(suspensions, Session.Console.Suspensions);
        }
    }

    [Fact]
    public void A_number_that_is_given_twice_is_asked_about_once() =>
        Check("1000001, 1000001 | Invoke-NcpServerInterrupt", "Yes", 1, "1000001");

    [Fact]
    public void The_question_names_the_server_and_says_what_an_interrupt_does()
    {
        Session.Console.Answer("No");
        Run("7700001 | Invoke-NcpServerInterrupt -RegionCode KR");

        string question = Assert.Single(Session.Console.Questions);
        Assert.Contains("\"7700001 in region KR\"", question);
        Assert.Matches("crash.*memory dump", question);
    }

    [Fact]
    public void Halt_ends_the_pipeline_and_nothing_is_sent()
    {
        Session.Console.Answer("Yes", "Halt Command");
        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -Confirm");

        Assert.NotNull(result.Thrown);
        Assert.Equal(2, Session.Console.Questions.Count);
        Assert.Empty(result.Output);
        Assert.Empty(Requests());
    }

    [Fact]
    public void No_credentials_are_looked_for_when_all_is_declined()
    {
        Session.Console.Answer("No");
        Result result = Run("$PSDefaultParameterValues = @{}; 1000001, 1000002 | Invoke-NcpServerInterrupt");

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(2, Session.Console.Questions.Count);
    }

    private void Check(string script, string answers, int questions, string done)
    {
        string[] numbers = done.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
        Session.Console.Answer(answers.Split(','));

        Result result = Run(script);

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(questions, Session.Console.Questions.Count);
        Assert.Equal(numbers, result.Numbers);
        Assert.Equal(numbers, Requests().SelectMany(request => request.Numbers).Order());
    }
}
