namespace NcloudServer.EngineTests.Input;

/// <summary>The error for a text that is no number says how to find what was meant.</summary>
public sealed class InvalidNumberTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Get-NcpServerInstance")]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Start-NcpServerInstance")]
    [InlineData("Restart-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    [InlineData("Wait-NcpServerInstance -Status Running")]
    public void A_name_is_answered_with_the_way_to_find_by_name(string command)
    {
        Result result = Run($"{command} web-0005");

        Assert.Equal(["NcpInvalidServerInstanceNo"], result.ErrorIds);
        Assert.StartsWith("web-0005: ", result.Errors[0].ToString());
        Assert.EndsWith("use Get-NcpServerInstance -ServerName web-0005.", result.Errors[0].ToString());
        Assert.Contains("pipe", result.Errors[0].ErrorDetails.RecommendedAction);
        Assert.Empty(Requests());
    }

    [Fact]
    public void The_way_that_it_names_leads_there() =>
        Assert.Equal(["1000005"], Run("Get-NcpServerInstance -ServerName cache-0005, batch-0005 | Stop-NcpServerInstance").Numbers);

    [Fact]
    public void An_address_is_answered_with_the_way_to_find_by_address() => Assert.EndsWith(
        "use Get-NcpServerInstance -IpAddress 10.0.1.6.", Run("Stop-NcpServerInstance 10.0.1.6").Errors.Single().ToString());

    [Theory]
    [InlineData("AKIAEXAMPLEKEY000001")]
    [InlineData("a'b; rm x")]
    [InlineData("１２３")]
    [InlineData("-1")]
    public void Any_other_text_is_not_repeated_as_a_name(string text) => Assert.EndsWith(
        "use Get-NcpServerInstance -ServerName.", Run("Stop-NcpServerInstance $text", ("text", text)).Errors.Single().ToString());

    [Fact]
    public void A_long_text_is_cut_and_steers_no_console()
    {
        string text = "\u001b[31m\r\n" + new string('x', 10_000);

        Result result = Run("Stop-NcpServerInstance $text", ("text", text));

        string shown = result.Errors.Single().ToString();
        Assert.InRange(shown.Length, 100, 400);
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.Equal(text.Trim(), result.Errors[0].TargetObject);
    }
}
