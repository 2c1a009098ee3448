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
}
