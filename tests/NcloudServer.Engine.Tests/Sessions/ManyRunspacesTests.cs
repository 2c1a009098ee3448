using System.Management.Automation.Runspaces;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Sessions;

/// <summary>Several runspaces at once, each with its own work.</summary>
public sealed class ManyRunspacesTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public async Task Ten_runspaces_work_at_once_and_each_has_its_own_outcomes()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([TestProcess.Manifest]);
        using RunspacePool pool = RunspaceFactory.CreateRunspacePool(state);
        pool.SetMaxRunspaces(10);
        pool.Open();
        var shells = new List<(PowerShell Shell, int First, Task<PSDataCollection<PSObject>> Run)>();
        foreach (int first in Enumerable.Range(0, 10).Select(index => 1000001 + (index * 10)))
        {
            PowerShell shell = PowerShell.Create();
            shell.RunspacePool = pool;
            shell.AddScript("""
                param($first, $address, $credential)
                $PSDefaultParameterValues = @{ '*-Ncp*:EndpointUrl' = $address; '*-Ncp*:Credential' = $credential }
                $first..($first + 9) | Stop-NcpServerInstance -BatchSize 3
                99 | Get-NcpServerInstance
                """).AddArgument(first).AddArgument(Service.EndpointUrl).AddArgument(Session.Credential);
            shells.Add((shell, first, shell.InvokeAsync()));
        }

        foreach ((PowerShell shell, int first, Task<PSDataCollection<PSObject>> run) in shells)
        {
            PSDataCollection<PSObject> output = await run;
            Assert.Equal(Expected.Numbers(first, 10), output.Select(server => server.ToString()));
            Assert.Equal("99", Assert.Single(shell.Streams.Error).TargetObject);
            shell.Dispose();
        }

        Assert.Equal(40, Requests("stopServerInstances").Count);
    }

    [Fact]
    public async Task Ctrl_C_in_one_runspace_leaves_the_others_alone()
    {
        Service.Faults.Add(new FaultRule { Number = "1000001", Hang = HangPoint.BeforeHeaders });
        using Runspace other = ModuleSession.Open(new RecordingHost(), TestProcess.Manifest);
        ModuleSession.PointAt(other, Service);
        using PowerShell stopped = PowerShell.Create(other);
        IAsyncResult run = stopped.AddScript("1000001 | Stop-NcpServerInstance").BeginInvoke();
        ModuleSession.WaitFor(() => Requests().Count == 1);

        using RunningScript here = Session.Start(
            "1000011 | Stop-NcpServerInstance; $stop.Invoke(); 1000012 | Stop-NcpServerInstance", ("stop", (Action)stopped.Stop));
        Result result = await here.EndAsync();

        Assert.True(run.IsCompleted);
        Assert.Equal(["1000011", "1000012"], result.Numbers);
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
