using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>Servers that somebody else takes away while they are awaited.</summary>
public sealed class GoneServerTests : EngineTest
{
    public GoneServerTests(ModuleSession session)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600, BootSeconds = 600 };
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });
    }

    [Fact]
    public void One_that_was_to_be_stopped_counts_as_stopped()
    {
        RemoveAfter("stopServerInstances", "1000001");

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
    }

    [Fact]
    public void One_that_was_to_run_is_an_error()
    {
        RemoveAfter("startServerInstances", "1000002");

        Result result = Run("1000002 | Start-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorId("NcpServerInstanceNotFound", "StartNcpServerInstance"), result.Errors.Single().FullyQualifiedErrorId);
    }

    private void RemoveAfter(string action, string number) =>
        Service.Faults.Add(new FaultRule { Action = action, RemoveServers = [number] });
}
