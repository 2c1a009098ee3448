namespace NcloudServer.EngineTests.Listing;

public sealed class ByNumberTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void Many_numbers_are_read_in_batches_and_keep_their_order()
    {
        Result result = Run("1000250..1000001 | Get-NcpServerInstance");

        Assert.Equal(Expected.Numbers(1000001, 250).Reverse(), result.Numbers);
        Assert.Equal(3, Requests().Count);
    }

    [Fact]
    public void Each_number_that_does_not_exist_has_its_error_and_the_others_come_out()
    {
        Result result = Run("1000001, 99, 'abc', 1000002 | Get-NcpServerInstance");

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(["99", "abc"], result.Targets);
        Assert.Equal(
            ["NcpServerInstanceNotFound,NcloudServer.Commands.GetNcpServerInstanceCommand",
            "NcpInvalidServerInstanceNo,NcloudServer.Commands.GetNcpServerInstanceCommand"],
            result.Errors.Select(error => error.FullyQualifiedErrorId));
    }
}
