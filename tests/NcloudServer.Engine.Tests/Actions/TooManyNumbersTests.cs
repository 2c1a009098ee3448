namespace NcloudServer.EngineTests.Actions;

/// <summary>A service that takes fewer numbers in a request than a batch has.</summary>
public sealed class TooManyNumbersTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(413)]
    [InlineData(414)]
    public void How_many_it_takes_is_found_out_once(int status)
    {
        (Service.Policies.MaximumNumbers, Service.Policies.TooManyNumbersStatus) = (12, status);
        // Each is looked at several times.
        (Service.Policies.LaggingLists, Service.Times.ShutdownSeconds) = (3, 0);

        Result result = Run("1000001..1000200 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 200), result.Numbers.Order());
        Assert.InRange(Requests().Count(request => request.Status == status), 1, 40);
        Assert.Equal(200, Requests("stopServerInstances").Sum(request => request.NumbersChanged.Count));
    }
}
