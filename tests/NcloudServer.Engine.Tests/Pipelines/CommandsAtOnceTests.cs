using System.Management.Automation.Runspaces;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Pipelines;

/// <summary>Two sessions of one process, against one service.</summary>
public sealed class CommandsAtOnceTests : EngineTest, IDisposable
{
    private readonly Runspace _other;

    public CommandsAtOnceTests(ModuleSession session)
        : base(session)
    {
        _other = ModuleSession.Open(new RecordingHost(), TestProcess.Manifest);
        ModuleSession.PointAt(_other, Service);
    }

    public void Dispose() => _other.Dispose();

    [Fact]
    public async Task They_have_their_own_servers()
    {
        // Nothing is answered before each has as many requests under way as it may have.
        Service.Faults.Add(FaultRules.Hold(received: 8) with { Times = 8 });
        using PowerShell other = PowerShell.Create(_other);
        other.AddScript("2000001..2000010 | Invoke-NcpServerInterrupt -Force -RegionCode JPN");

        using RunningScript running = Session.Start("1000001..1000030 | Stop-NcpServerInstance -BatchSize 5");
        PSDataCollection<PSObject> interrupted = await other.InvokeAsync();
        Result stopped = await running.EndAsync();

        Assert.Equal(Expected.Numbers(1000001, 30), stopped.Numbers);
        Assert.Equal(Expected.Numbers(2000001, 10), interrupted.Select(server => server.Properties["ServerInstanceNo"].Value));
        Assert.Empty(stopped.Errors);
        Assert.Empty(other.Streams.Error);
    }

    [Fact]
    public async Task They_have_their_own_end()
    {
        Service.Faults.Add(
            FaultRules.Hang(HangPoint.BeforeHeaders) with { Action = "stopServerInstances" },
            FaultRules.Hold(completed: 1) with { Action = "interruptServerInstance" });
        using RunningScript running = Session.Start("1000001 | Stop-NcpServerInstance");
        ModuleSession.WaitFor(() => Service.Log.InFlight == 1);
        using PowerShell other = PowerShell.Create(_other);
        Task<PSDataCollection<PSObject>> interrupt =
            other.AddScript("2000001 | Invoke-NcpServerInterrupt -Force -RegionCode JPN").InvokeAsync();
        ModuleSession.WaitFor(() => Requests("interruptServerInstance").Count == 1);

        running.Stop();

        Assert.Equal("2000001", Assert.Single(await interrupt).Properties["ServerInstanceNo"].Value);
        Assert.Empty(other.Streams.Error);
    }

    [Fact]
    public void A_parallel_loop_imports_the_module_in_each_of_its_runspaces()
    {
        Result result = Run(
            """
            1000001..1000004 | ForEach-Object -Parallel {
                Import-Module $using:module
                $_ | Stop-NcpServerInstance -EndpointUrl $using:url -Credential $using:credential
            }
            """,
            ("module", TestProcess.Manifest), ("url", Service.EndpointUrl), ("credential", Session.Credential));

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 4), result.Numbers.Order());
    }
}
