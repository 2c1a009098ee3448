using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>A failure after which nothing can succeed ends the command; every number that went in has its outcome before.</summary>
public sealed class FatalErrorTests(ModuleSession session) : EngineTest(session)
{
    private PSCredential WrongKey => ModuleSession.CredentialOf(Service.AccessKey, "not-the-secret");

    [Fact]
    public void A_wrong_secret_key_is_found_out_with_one_request()
    {
        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -Credential $wrong", ("wrong", WrongKey));

        Assert.Empty(result.Output);
        Assert.Equal("NcpAuthenticationFailed", Result.IdOf(result.Thrown!));
        Assert.Contains("secret key", result.Thrown!.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("clock is", result.Thrown.ToString());
        Assert.Equal(["NcpAuthenticationFailed", "NcpAuthenticationFailed"], result.ErrorIds);
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Single(Requests());
    }

    [Theory]
    [InlineData("1000001..1000060 | Stop-NcpServerInstance", 30)]
    // What the pipeline had not read yet never went in; a parameter goes in as a whole.
    [InlineData("Stop-NcpServerInstance (1000001..1000060)", 60)]
    public void Every_other_number_has_its_error_first_in_the_order_of_the_input(string command, int least)
    {
        FailAfterTwoRequests();

        // The variable keeps what came out before the end.
        Result result = Run(
            $$"""
            try { {{command}} -BatchSize 10 -ThrottleLimit 1 2>&1 | ForEach-Object { $_ } } catch { }
            """);

        string?[] subjects = result.Subjects.ToArray();
        Assert.InRange(subjects.Length, least, 60);
        Assert.Equal<string?>(Expected.Numbers(1000001, subjects.Length), subjects);
        Assert.All(result.Output.Skip(20), item => Assert.Equal("NcpAuthenticationFailed", Result.IdOf((ErrorRecord)item.BaseObject)));
        Assert.Equal(20, result.Output.Count(item => item.BaseObject is not ErrorRecord));
    }

    [Theory]
    [InlineData("SilentlyContinue")]
    [InlineData("Ignore")]
    [InlineData("Continue")]
    [InlineData("Stop")]
    public void No_ErrorAction_hides_the_end_and_a_script_can_catch_it_by_its_type(string action)
    {
        Result result = Run(
            $$"""
            try { 1000001 | Stop-NcpServerInstance -Credential $wrong -ErrorAction {{action}} }
            catch [NcloudServer.NcpServiceException] { 'caught' }
            """,
            ("wrong", WrongKey));

        Assert.Equal(["caught"], result.Output.Select(item => item.ToString()));
        Assert.Null(result.Thrown);
    }

    private void FailAfterTwoRequests() =>
        Service.Faults.Add(FaultRules.GatewayError(401, "200", "Authentication Failed") with { After = 2 });
}
