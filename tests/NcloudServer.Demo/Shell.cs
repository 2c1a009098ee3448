using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>
/// The PowerShell of this computer, or the one that comes as a .NET tool, with the module imported and a simulated fleet to try it on.
/// </summary>
internal static class Shell
{
    // 5,000 in all: the first region also has the servers that the documentation's examples name.
    private static readonly IReadOnlyList<RegionSeed> s_regions =
        [RegionSeed.For("KR", 2_998, 0), RegionSeed.For("JPN", 1_500, 1), RegionSeed.For("SGN", 500, 2)];

    public static async Task<int> RunAsync()
    {
        // Ctrl+C goes to every program in the window: it stops a command of the shell, and must not end the service.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        await using SimulatorHost simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Regions = s_regions });
        // Without the user's profile script: its $PSDefaultParameterValues could lead to the real service.
        string[] arguments = ["-NoLogo", "-NoProfile", "-NoExit", "-Command", Greeting(simulator)];
        IReadOnlyDictionary<string, string?> service = ServiceVariables.For(simulator);
        try
        {
            return await RunAsync(new ProcessStartInfo("pwsh", arguments), service);
        }
        catch (Win32Exception)
        {
            // There is none on PATH. A tool is known to its repository alone.
            string repository = Path.GetFullPath("../..", ServiceVariables.ModuleDirectory);
            var restore = new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = repository };
            int restored = await RunAsync(restore, new Dictionary<string, string?>());
            return restored != 0
                ? restored
                : await RunAsync(new ProcessStartInfo("dotnet", ["pwsh", .. arguments]) { WorkingDirectory = repository }, service);
        }
    }

    private static async Task<int> RunAsync(ProcessStartInfo start, IReadOnlyDictionary<string, string?> variables)
    {
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
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
