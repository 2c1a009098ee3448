namespace NcloudServer.EngineTests.Listing;

public sealed class ContradictoryReadTests(ModuleSession session) : ContradictionTests(session)
{
    [Theory]
    [MemberData(nameof(Unbelievable))]
    public void It_does_not_turn_an_existing_server_into_a_missing_one(string contradiction)
    {
        Contradict(contradiction);

        Result result = Run("1000001, 1000002 | Get-NcpServerInstance -MaximumRetryCount 0");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorIds("NcpInvalidResponse", "GetNcpServerInstance", 2),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category));
        Assert.Equal(["1000001", "1000002"], result.Targets);
    }

    [Fact]
    public void What_a_list_holds_counts_although_it_announces_more_and_the_rest_is_asked_for_again()
    {
        Contradict(Cut);

        Result result = Run("1000001, 1000002 | Get-NcpServerInstance -MaximumRetryCount 0");

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(["NcpInvalidResponse"], result.ErrorIds);
        Assert.Equal(["1000002"], result.Targets);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void It_is_requested_again_like_any_response_that_can_not_be_read(string contradiction)
    {
        Contradict(contradiction, times: 1);

        Result result = Run("1000001, 1000002 | Get-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
    }
}
