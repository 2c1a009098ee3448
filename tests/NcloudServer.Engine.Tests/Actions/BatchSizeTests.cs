namespace NcloudServer.EngineTests.Actions;

public sealed class BatchSizeTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void Requests_have_the_size_that_BatchSize_asks_for()
    {
        Result result = Run("1000001..1000250 | Stop-NcpServerInstance -BatchSize 50");

        Assert.Equal(Expected.Numbers(1000001, 250), result.Numbers);
        Assert.All(Requests(), request => Assert.Equal(50, request.Numbers.Count));
        Assert.Equal(5, Requests().Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    [InlineData(-1)]
    public void A_BatchSize_out_of_range_is_refused_before_any_request(int size)
    {
        Result result = Run("Stop-NcpServerInstance 1000001 -BatchSize $size", ("size", size));

        Assert.Equal(
            "ParameterArgumentValidationError,NcloudServer.Commands.StopNcpServerInstanceCommand", result.Thrown?.FullyQualifiedErrorId);
        Assert.Empty(Requests());
    }
}
