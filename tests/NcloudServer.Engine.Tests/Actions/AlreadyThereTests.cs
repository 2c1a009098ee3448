using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A server that is where an action takes it, or on its way there, is a success.</summary>
public sealed class AlreadyThereTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(AlreadyInStatePolicy.Accept)]
    [InlineData(AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(AlreadyInStatePolicy.LeaveOut)]
    public void It_comes_out_of_Stop_and_of_Start_whatever_the_service_answers_for_it(AlreadyInStatePolicy policy)
    {
        Service.Policies.AlreadyInState = policy;
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result started = Run("1000001, 1000002 | Start-NcpServerInstance");
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });
        Result stopped = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(started.Errors.Concat(stopped.Errors));
        Assert.Equal(["running", "booting"], started.Values("StatusName"));
        Assert.Equal(["shutting down", "stopped"], stopped.Values("StatusName"));
    }
}
