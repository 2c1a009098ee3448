using System;
using System.Threading.Tasks;
using NcloudServer.Demo;
using NcloudServer.Simulator;

// The main job, shown against a simulated service: in PowerShell where there is one, else through the client core.
await using SimulatorHost simulator = await SimulatorHost.StartAsync();
PowerShellHost? powerShell = PowerShellHost.Find();
if (powerShell is null)
{
    Console.WriteLine("No PowerShell was found, neither on PATH nor as this repository's local .NET tool: showing the client core.");
    return await Task.Run(() => CoreScenario.Run(simulator));
}

Console.WriteLine($"Showing the module in PowerShell ({powerShell.Description}).");
return powerShell.RunScenario(simulator);
