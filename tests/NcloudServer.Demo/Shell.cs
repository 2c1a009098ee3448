using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>The PowerShell of this computer, with the module imported and a simulated fleet to try it on.</summary>
internal static class Shell
{
    private const int NotInstalled = 1;

    // 5,000 in all: the first region also has the servers that the documentation's examples name.
    private static readonly IReadOnlyList<RegionSeed> s_regions =
        [RegionSeed.For("KR", 2_998, 0), RegionSeed.For("JPN", 1_500, 1), RegionSeed.For("SGN", 500, 2)];

    public static async Task<int> RunAsync()
    {
        // Ctrl+C goes to every program in the window: it stops a command of the shell, and must not end the service.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        await using SimulatorHost simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Regions = s_regions });
        try
        {
            using Process shell = Process.Start(StartOf(simulator))!;
            await shell.WaitForExitAsync();
            return shell.ExitCode;
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine(
                """
                There is no pwsh on PATH. Install PowerShell 7.4 or later, then start this again:
                  dotnet tool install --global PowerShell    (or see https://aka.ms/powershell)
                Without it, dotnet run --project tests/NcloudServer.Demo shows the cmdlets.
                """);
            return NotInstalled;
        }
    }

    private static ProcessStartInfo StartOf(SimulatorHost simulator)
    {
        // Without the user's profile script: its $PSDefaultParameterValues could lead to the real service.
        var start = new ProcessStartInfo("pwsh", ["-NoLogo", "-NoProfile", "-NoExit", "-Command", Greeting(simulator)]);
        foreach ((string name, string? value) in ServiceVariables.For(simulator))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Greeting(SimulatorHost simulator)
    {
        string regions = string.Join(", ", simulator.Fleet.Regions.Select(region => region.Code));
        return $"""
            Import-Module '{ServiceVariables.ModuleDirectory.Replace("'", "''")}'
            @'
            NcloudServer with a simulated service: {simulator.Fleet.All().Count} servers in the regions {regions}.
            The service ends with this shell. Profiles are your own (~/.ncloud/configure). Try:

              Get-NcpServerInstance -ServerName 'web-001*'
              1234567, 2345678 | Stop-NcpServerInstance -Wait
              Get-Help Stop-NcpServerInstance

            '@
            """;
    }
}
