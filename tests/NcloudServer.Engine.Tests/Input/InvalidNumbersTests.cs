using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Input;

public sealed class InvalidNumbersTests(ModuleSession session) : EngineTest(session)
{
    /// <summary>What is no number, and how its error names it.</summary>
    public static TheoryData<string, string> Values { get; } = new()
    {
        { "'abc'", "abc" },
        { "''", "" },
        { "'   '", "   " },
        { "$null", "" },
        { "[string]::new([char]0xFF11, 7)", "１１１１１１１" },
        { "'-1000001'", "-1000001" },
        { "'+1000001'", "+1000001" },
        { "'1e6'", "1e6" },
        { "1000001.5", "1000001.5" },
        { "'1000001,1000002'", "1000001,1000002" },
        { "'1000001&regionCode=JPN'", "1000001&regionCode=JPN" },
        { "[IO.FileInfo]'servers.txt'", "servers.txt" },
        { "@{ ServerInstanceNo = 1000001 }", "System.Collections.Hashtable" },
        { "[pscustomobject]@{ Id = 1000003; Title = 'an issue' }", "@{Id=1000003; Title=an issue}" },
        { "'1' * 101", new string('1', 101) },
        { "'1' * 3000", new string('1', 3000) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Stop_makes_an_error_of_it_and_stops_the_numbers_around_it_in_one_request(string value, string target)
    {
        Result result = Run($"1000001, ({value}), 1000002 | Stop-NcpServerInstance");

        AssertInvalid(result, target, "StopNcpServerInstanceCommand");
        Assert.Equal(["1000001", "1000002"], Assert.Single(Requests()).Numbers);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_interrupt_makes_an_error_of_it_and_interrupts_the_numbers_around_it(string value, string target)
    {
        Result result = Run($"1000001, ({value}), 1000002 | Invoke-NcpServerInterrupt -Force");

        AssertInvalid(result, target, "InvokeNcpServerInterruptCommand");
        Assert.Equal(2, Requests().Count);
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

    [Fact]
    public void A_number_of_100_digits_is_one()
    {
        Service.Policies.UnknownNumbers = RefusalPolicy.LeaveOut;

        Result result = Run("'1' * 100 | Stop-NcpServerInstance");

        Assert.Equal(["NcpServerInstanceNotFound"], result.ErrorIds);
        Assert.Equal([new string('1', 100)], Requests()[0].Numbers);
    }

    private static void AssertInvalid(Result result, string target, string cmdletClass)
    {
        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal($"NcpInvalidServerInstanceNo,NcloudServer.Commands.{cmdletClass}", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
