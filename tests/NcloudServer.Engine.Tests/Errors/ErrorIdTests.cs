namespace NcloudServer.EngineTests.Errors;

/// <summary>What a script can rely on when it handles an error: id, category, target, and whether the command goes on.</summary>
public sealed class ErrorIdTests(ModuleSession session) : EngineTest(session)
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (ErrorCase error in ErrorCases.All)
            {
                foreach (string cmdlet in error.Cmdlets)
                {
                    rows.Add(error.Id, cmdlet);
                }
            }

            return rows;
        }
    }

    [Fact]
    public void Every_id_of_the_module_is_in_the_table() => Assert.Equal(
        Run("[Enum]::GetNames([NcloudServer.NcpErrorId])").Output.Select(name => name.ToString()).Order(),
        // That one is of Invoke-NcpApi, which takes no numbers.
        ErrorCases.All.Select(error => error.Id).Append("NcpInvalidParameter").Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_error_has_its_id_category_and_target_and_ends_the_command_where_nothing_else_can_succeed(string id, string cmdlet)
    {
        ErrorCase expected = ErrorCases.All.Single(error => error.Id == id);
        expected.Arrange(Service);
        string defaults = expected.WithoutDefaults ? "$PSDefaultParameterValues = @{}; " : string.Empty;
        string force = cmdlet == ErrorCase.Interrupt ? "-Force" : string.Empty;

        Result result = Run(
            $"{defaults}$number | {cmdlet} {force} {expected.Parameters}", ("number", expected.Number), ("url", Service.EndpointUrl));

        Assert.Empty(result.Output);
        // The number has its error in any case.
        ErrorRecord error = Assert.Single(result.Errors);
        AssertRecord(expected, cmdlet, error);
        Assert.Equal(expected.Number, error.TargetObject);
        Assert.StartsWith($"{expected.Number}: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(expected.IsFatal, result.Thrown is not null);
        if (result.Thrown is { } end)
        {
            AssertRecord(expected, cmdlet, end);
            Assert.Null(end.TargetObject);
        }
    }

    private static void AssertRecord(ErrorCase expected, string cmdlet, ErrorRecord error)
    {
        string cmdletClass = cmdlet.Replace("-", string.Empty, StringComparison.Ordinal) + "Command";
        Assert.Equal($"{expected.Id},NcloudServer.Commands.{cmdletClass}", error.FullyQualifiedErrorId);
        Assert.Equal(expected.Category, error.CategoryInfo.Category);
        Assert.Equal("NcloudServer.NcpException", error.Exception.GetType().BaseType?.FullName);
        Assert.Equal(expected.Id, PSObject.AsPSObject(error.Exception).Properties["Id"].Value.ToString());
        Assert.NotEmpty(PSObject.AsPSObject(error.Exception).Properties["RecommendedAction"].Value.ToString()!);
        // Where the error that ends the command shows the advice, that of a number does not.
        Assert.Equal(expected.IsFatal && error.TargetObject is not null, string.IsNullOrEmpty(error.ErrorDetails.RecommendedAction));
    }
}
