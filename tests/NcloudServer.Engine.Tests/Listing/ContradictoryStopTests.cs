using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

public sealed class ContradictoryStopTests(ModuleSession session) : ContradictionTests(session)
{
    [Theory]
    [MemberData(nameof(Unbelievable))]
    public void It_does_not_turn_a_server_that_shuts_down_into_a_stopped_one(string contradiction)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        ContradictOnce(contradiction);

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        AssertStoppedAtSecondLook(result);
    }
}
