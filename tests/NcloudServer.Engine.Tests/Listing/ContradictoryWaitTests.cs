namespace NcloudServer.EngineTests.Listing;

public sealed class ContradictoryWaitTests(ModuleSession session) : ContradictionTests(session)
{
    [Theory]
    [MemberData(nameof(Unbelievable))]
    public void It_does_not_end_a_wait(string contradiction)
    {
        Service.Fleet.Set(Stopping("1000001"));
        Service.Fleet.Set(Stopping("1000002"));
        ContradictOnce(contradiction);

        Result result = Run("1000001, 1000002 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1");

        AssertStoppedAtSecondLook(result);
    }
}
