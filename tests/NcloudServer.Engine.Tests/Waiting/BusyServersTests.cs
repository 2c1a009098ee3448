using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>Servers that are busy although their status does not show it.</summary>
public sealed class BusyServersTests : EngineTest
{
    public BusyServersTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };

    [Fact]
    public void They_are_tried_again_together_without_Wait()
    {
        ServerSettings[] busy = Expected.Numbers(1000001, 20).Select(Busy.Hidden).ToArray();
        foreach (ServerSettings server in busy)
        {
            Service.Fleet.Set(server);
        }

        // From the first request on for two seconds: over the second round, and until before the third.
        Service.Faults.Add(new FaultRule
        {
            Action = "stopServerInstances", Times = 1,
            SetServers = busy.Select(server => server with { HiddenBusySeconds = 2 }).ToList(),
        });

        Result result = Run("1000001..1000020 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 20), result.Numbers);
        Assert.Contains(Requests(), request => request.Status == 400);
        // To find out that each of them is busy takes 40. With as many in the second round, or with a request for each, it would be 80.
        Assert.InRange(Requests().Count, 2, 70);
    }

    [Theory]
    [InlineData("1000050")]
    [InlineData("1000001", "1000050", "1000100")]
    public async Task They_do_not_delay_others(params string[] busy)
    {
        foreach (string number in busy)
        {
            Service.Fleet.Set(Busy.Hidden(number));
        }

        using RunningScript running = Session.Start("1000001..1000100 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");
        // All others come out while these are as busy as before.
        ModuleSession.WaitFor(() => running.OutputCount == 100 - busy.Length);
        foreach (string number in busy)
        {
            Service.Fleet.Set(new ServerSettings { Number = number });
        }

        Result result = await running.EndAsync();
        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 100), result.Numbers.Order());
        Assert.Equal(busy, result.Numbers.TakeLast(busy.Length).Order());
    }

    [Fact]
    public void They_are_reported_as_busy_when_the_time_limit_is_over_and_every_other_one_is_stopped()
    {
        Service.Fleet.Set(Busy.Hidden("1000002"));

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1");

        Assert.Equal(["1000001", "1000003"], result.Numbers.Order());
        Assert.Equal(Expected.ErrorId("NcpServerInstanceBusy", "StopNcpServerInstance"), result.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(["1000002"], result.Targets);
        Assert.Contains("1101003", result.Errors[0].ToString());
    }
}
