namespace NcloudServer.EngineTests.Output;

/// <summary>Errors on the console, in both views.</summary>
public sealed class ErrorViewTests : EngineTest, IDisposable
{
    public ErrorViewTests(ModuleSession session)
        : base(session)
    {
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void ConciseView_shows_the_number_what_is_wrong_and_what_to_do_next_in_a_console_of(int columns)
    {
        Assert.Equal(
            [
                "Get-NcpServerInstance: 99: There is no such server in region KR.",
                "  Recommendation: Check the number, the region (-RegionCode) and the account.",
                "",
            ],
            Show("ConciseView", "Get-NcpServerInstance 99 -RegionCode KR", columns));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void NormalView_shows_the_number_what_is_wrong_the_category_and_the_id_in_a_console_of(int columns)
    {
        Assert.Equal(
            [
                "Get-NcpServerInstance : 99: There is no such server in region KR.",
                "At line:1 char:1",
                "+ Get-NcpServerInstance 99 -RegionCode KR",
                "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
                "+ CategoryInfo          : ObjectNotFound: (99:String) [Get-NcpServerInstance], NcpServerInstanceException",
                "+ FullyQualifiedErrorId : NcpServerInstanceNotFound,NcloudServer.Commands.GetNcpServerInstanceCommand",
                "",
            ],
            Show("NormalView", "Get-NcpServerInstance 99 -RegionCode KR", columns));
    }

    [Theory]
    [InlineData("ConciseView")]
    [InlineData("NormalView")]
    public void The_error_that_ends_the_command_comes_last_after_one_for_each_number(string view)
    {
        string[] lines = Show(view, "Stop-NcpServerInstance 1000001, 1000002 -EndpointUrl http://ncloud.invalid", 120);

        const string Text = "The endpoint of -EndpointUrl is not an https address: http://ncloud.invalid.";
        Assert.Equal(
            ["1000001: Not done.", "1000002: Not done.", Text],
            lines.Where(line => line.StartsWith("Stop-NcpServerInstance", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    public void Dispose() => Session.Runspace.SessionStateProxy.SetVariable("ErrorView", "ConciseView");

    private string[] Show(string view, string script, int columns)
    {
        Session.Runspace.SessionStateProxy.SetVariable("ErrorView", view);
        Session.Console.Size.Width = columns;
        Session.Show(script);
        return [.. Session.Console.Lines];
    }
}
