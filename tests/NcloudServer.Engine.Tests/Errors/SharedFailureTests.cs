using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>A failure that all numbers share takes one short line for each; its cause and its advice are told once, at the end.</summary>
public sealed class SharedFailureTests(ModuleSession session) : EngineTest(session)
{
    private const int Most = 20_000;

    private PSCredential WrongKey => ModuleSession.CredentialOf(Service.AccessKey, "not-the-secret");

    [Theory]
    [InlineData("1..1000 | Stop-NcpServerInstance")]
    [InlineData("1..1000 | Invoke-NcpServerInterrupt -Force")]
    [InlineData("1..1000 | Get-NcpServerInstance")]
    public void Without_a_key_a_thousand_numbers_do_not_fill_the_screen(string script)
    {
        string shown = Session.Show($"$PSDefaultParameterValues = @{{ '*:EndpointUrl' = '{Service.EndpointUrl}' }}; {script}");

        Assert.InRange(shown.Length, 1, Most);
        Assert.Equal(2, shown.Split("No access key").Length);
        Assert.Equal(2, shown.Split("Recommendation").Length);
        Assert.Contains("What else is in the pipeline was not read.", shown.ReplaceLineEndings(" "));
        Assert.Equal(100, Session.Console.Lines.Count(line => line.EndsWith(": Not done.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance (1000001..1001000) -Credential $wrong")]
    [InlineData("Stop-NcpServerInstance (1000001..1001000) -ProfileName nobodys")]
    [InlineData("Invoke-NcpServerInterrupt (1000001..1001000) -Credential $wrong -Force")]
    [InlineData("Wait-NcpServerInstance (1000001..1001000) -Credential $wrong -Status Stopped")]
    public void No_number_is_missing_however_many_there_are(string script)
    {
        Result result = Run(script, ("wrong", WrongKey));

        Assert.Equal(Expected.Numbers(1000001, 1000), result.Targets.Order());
        Assert.InRange(result.Errors.Append(result.Thrown!).Sum(error => error.ToString().Length + 1), 1, Most);
        Assert.DoesNotContain("pipeline", result.Thrown!.ToString());
        Assert.All(result.Errors, error =>
        {
            Assert.Equal($"{error.TargetObject}: Not done.", error.ToString());
            Assert.Equal(result.Thrown.Exception.Message, error.Exception.Message);
        });
    }

    [Fact]
    public void A_wrong_key_is_told_once_for_one_number()
    {
        Service.Faults.Add(FaultRules.GatewayError(401, "200", "Authentication Failed"));

        string shown = Session.Show("Stop-NcpServerInstance 1000001");

        Assert.StartsWith("Stop-NcpServerInstance: 1000001: Not done.\n", shown);
        Assert.Equal(2, shown.Split("Authentication Failed").Length);
        Assert.Equal(2, shown.Split("Recommendation").Length);
    }

    [Theory]
    [InlineData("1000001, 1000002 | Stop-NcpServerInstance -Credential $wrong -ErrorAction Stop")]
    [InlineData("$ErrorActionPreference = 'Stop'; 1000001, 1000002 | Stop-NcpServerInstance -Credential $wrong")]
    [InlineData("1000001 | Stop-NcpServerInstance -ProfileName nobodys -ErrorAction Stop")]
    public void Where_the_first_error_is_the_last_one_it_tells_the_cause_and_the_advice(string script)
    {
        ErrorRecord error = Run(script, ("wrong", WrongKey)).Thrown!;

        Assert.Equal("1000001", error.TargetObject);
        Assert.Contains(error.Exception.Message, error.ToString());
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void What_was_accepted_before_keeps_its_whole_text()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        Service.Faults.Add(FaultRules.GatewayError(401, "210", "Permission Denied") with { Action = "getServerInstanceList" });

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["NcpOutcomeUnknown"], result.ErrorIds);
        Assert.StartsWith("1000001: Stopping was accepted, but", result.Errors[0].ToString());
        Assert.Equal("NcpPermissionDenied", Result.IdOf(result.Thrown!));
    }
}
