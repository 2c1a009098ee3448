namespace NcloudServer.EngineTests.Errors;

/// <summary>The errors of single servers obey the caller, for each way to say what shall become of errors.</summary>
public sealed class ErrorActionTests(ModuleSession session) : EngineTest(session)
{
    private const string ByParameter = "1000001, 1999999, 1000002 | Stop-NcpServerInstance -ErrorAction {0} -ErrorVariable problems";
    private const string ByPreference = "$ErrorActionPreference = '{0}'; 1000001, 1999999, 1000002 | Stop-NcpServerInstance "
        + "-ErrorVariable problems";

    [Theory]
    [InlineData(ByParameter, "Continue", 1, 1)]
    [InlineData(ByParameter, "SilentlyContinue", 0, 1)]
    [InlineData(ByParameter, "Ignore", 0, 0)]
    [InlineData(ByPreference, "Continue", 1, 1)]
    [InlineData(ByPreference, "SilentlyContinue", 0, 1)]
    [InlineData(ByPreference, "Ignore", 0, 0)]
    public void The_other_servers_are_stopped_and_the_error_is_shown_or_kept_as_asked(string script, string action, int shown, int kept)
    {
        Result result = Run(script.Replace("{0}", action, StringComparison.Ordinal) + "; $keep.Invoke($problems.Count)",
            ("keep", (Action<int>)(count => Assert.Equal(kept, count))));

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(shown, result.Errors.Count);
        Assert.All(result.Targets, target => Assert.Equal("1999999", target));
    }

    [Theory]
    [InlineData(ByParameter)]
    [InlineData(ByPreference)]
    public void Stop_ends_the_command_at_the_first_server_that_fails(string script)
    {
        Result result = Run(script.Replace("{0}", "Stop", StringComparison.Ordinal));

        Assert.Equal("NcpServerInstanceNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand", result.Thrown?.FullyQualifiedErrorId);
        Assert.Equal("1999999", result.Thrown?.TargetObject);
        Assert.Equal(["1000001"], result.Numbers);
    }

    [Theory]
    [InlineData(ByParameter, "Yes", "1000001 1000002", 1)]
    [InlineData(ByParameter, "Halt Command", "1000001", 0)]
    [InlineData(ByPreference, "Yes", "1000001 1000002", 1)]
    [InlineData(ByPreference, "Halt Command", "1000001", 0)]
    public void Inquire_asks_and_obeys_the_answer(string script, string answer, string numbers, int shown)
    {
        Session.Console.Answer(answer);

        Result result = Run(script.Replace("{0}", "Inquire", StringComparison.Ordinal));

        Assert.Contains("1999999", Assert.Single(Session.Console.Questions));
        Assert.Equal(numbers.Split(' '), result.Numbers);
        Assert.Equal(shown, result.Errors.Count);
        Assert.Equal(answer != "Yes", result.Thrown is not null);
    }

    [Fact]
    public void ErrorVariable_collects_the_error_of_every_server_that_fails_and_adds_to_earlier_ones()
    {
        Result result = Run(
            """
            1999998, 1000001, 'abc' | Stop-NcpServerInstance -ErrorVariable problems -ErrorAction SilentlyContinue
            1999999 | Invoke-NcpServerInterrupt -Force -ErrorVariable +problems -ErrorAction SilentlyContinue
            $problems
            """);

        Assert.Equal("1000001", result.Numbers.First());
        Assert.Equal(["1999998", "abc", "1999999"], result.Subjects.Skip(1));
        Assert.Empty(result.Errors);
    }
}
