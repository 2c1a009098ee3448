namespace NcloudServer.EngineTests.Streams;

/// <summary>
/// The one warning of the main cmdlets, which tells that the service may refuse an interrupt, and what -WarningAction makes of it.
/// </summary>
public sealed class WarningTests(ModuleSession session) : EngineTest(session)
{
    // The first is Linux on KVM, the second Linux on XEN, the third Windows on KVM.
    private const string Interrupt = "1000001, 1000004, 1000003 | Get-NcpServerInstance | Invoke-NcpServerInterrupt -Force";

    [Theory]
    [InlineData($"{Interrupt} -WarningAction SilentlyContinue")]
    [InlineData($"{Interrupt} -WarningAction Ignore")]
    [InlineData($"$WarningPreference = 'SilentlyContinue'; {Interrupt}")]
    public void WarningAction_silences_it(string script)
    {
        Result result = Run(script);

        Assert.Empty(result.Warnings);
        Assert.Equal(3, result.Output.Count);
    }

    [Theory]
    [InlineData($"{Interrupt} -WarningAction Stop")]
    [InlineData($"$WarningPreference = 'Stop'; {Interrupt}")]
    public void WarningAction_Stop_ends_the_pipeline_before_that_server_is_interrupted(string script)
    {
        Result result = Run(script);

        Assert.StartsWith("ActionPreferenceStop", result.Thrown?.FullyQualifiedErrorId);
        Assert.DoesNotContain("1000004", Requests("interruptServerInstance").SelectMany(request => request.Numbers));
    }

    [Theory]
    [InlineData("Yes", 3)]
    [InlineData("Halt Command", 0)]
    public void WarningAction_Inquire_lets_the_person_at_the_console_decide(string answer, int interrupted)
    {
        Session.Console.Answer(answer);

        Result result = Run($"{Interrupt} -WarningAction Inquire");

        Assert.Single(Session.Console.Questions);
        Assert.Equal(interrupted == 0, result.Thrown is not null);
        Assert.Equal(interrupted > 0, Requests("interruptServerInstance").Any(request => request.Numbers.Contains("1000004")));
    }
}
