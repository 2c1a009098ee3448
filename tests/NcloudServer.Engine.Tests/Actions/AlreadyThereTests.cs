using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A server that is where an action takes it, or on its way there, is a success.</summary>
public sealed class AlreadyThereTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData(AlreadyInStatePolicy.Accept)]
    [InlineData(AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(AlreadyInStatePolicy.LeaveOut)]
    public void A_stopped_server_comes_out_of_Stop_whatever_the_service_answers_for_it(AlreadyInStatePolicy policy)
    {
        Service.Policies.AlreadyInState = policy;
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["shutting down", "stopped"], result.Values("ServerInstanceStatusName"));
    }

    [Theory]
    [InlineData(AlreadyInStatePolicy.Accept)]
    [InlineData(AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(AlreadyInStatePolicy.LeaveOut)]
    public void A_running_server_comes_out_of_Start_whatever_the_service_answers_for_it(AlreadyInStatePolicy policy)
    {
        Service.Policies.AlreadyInState = policy;
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result result = Run("1000001, 1000002 | Start-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["running", "booting"], result.Values("StatusName"));
    }

    [Fact]
    public void Verbose_says_so()
    {
        Service.Policies.AlreadyInState = AlreadyInStatePolicy.RefuseBatch;
        Service.Fleet.Set(new ServerSettings { Number = "1000002", Status = "NSTOP" });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -Verbose");

        Assert.Contains("Server instance 1000002 is stopped.", result.Verbose);
    }

    [Fact]
    public void A_server_that_is_shutting_down_is_not_stopped_a_second_time()
    {
        Service.Policies.AlreadyInState = AlreadyInStatePolicy.RefuseBatch;
        Service.Times.ShutdownSeconds = 600;

        Result result = Run(
            "$null = 1000001 | Stop-NcpServerInstance; $clear.Invoke(); 1000001 | Stop-NcpServerInstance",
            ("clear", (Action)Service.Log.Clear));

        Assert.Empty(result.Errors);
        Assert.Equal(["shutting down"], result.Values("StatusName"));
        Assert.Collection(
            Requests(),
            request => Assert.Equal("stopServerInstances", request.Action),
            request => Assert.Equal("getServerInstanceList", request.Action));
    }
}
