namespace NcloudServer.EngineTests.Input;

public sealed class InvalidNumbersTests(ModuleSession session) : EngineTest(session)
{
    /// <summary>What is no number, and how its error names it.</summary>
    public static TheoryData<string, string> Values { get; } = new()
    {
        { "'abc'", "abc" },
        { "''", "" },
        { "$null", "" },
        { "[string]::new([char]0xFF11, 7)", "１１１１１１１" },
        { "1000001.5", "1000001.5" },
        { "'1000001&regionCode=JPN'", "1000001&regionCode=JPN" },
        { "[IO.FileInfo]'servers.txt'", "servers.txt" },
        { "@{ ServerInstanceNo = 1000001 }", "System.Collections.Hashtable" },
        { "[pscustomobject]@{ Id = 1000003; Title = 'an issue' }", "@{Id=1000003; Title=an issue}" },
        { "'1' * 3000", new string('1', 3000) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Stop_makes_an_error_of_it_and_stops_the_numbers_around_it_in_one_request(string value, string target)
    {
        Result result = Run($"1000001, ({value}), 1000002 | Stop-NcpServerInstance");

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(Expected.ErrorId("NcpInvalidServerInstanceNo", "StopNcpServerInstance"), error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Equal(["1000001", "1000002"], Assert.Single(Requests()).Numbers);
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    [InlineData("Get-NcpServerInstance")]
    public void Its_error_keeps_its_place_among_the_servers(string command)
    {
        Result result = Run($"1000001, 'abc', 1000002, '', 1000003 | {command} 2>&1");

        Assert.Equal(["1000001", "abc", "1000002", "", "1000003"], result.Subjects);
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    public void It_is_reported_without_credentials(string command)
    {
        Result result = Run(
            $$"""
            $PSDefaultParameterValues = @{ '*:EndpointUrl' = $url }
            'abc', 'def' | {{command}}
            """,
            ("url", Service.EndpointUrl));

        Assert.Null(result.Thrown);
        Assert.Equal(["abc", "def"], result.Targets);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance")]
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
