using System.Globalization;
using System.Reflection;
using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks;

/// <summary>What the benchmarks run with: the simulated service, PowerShell, the module, and modules that do nothing.</summary>
internal sealed class BenchmarkEnvironment
{
    /// <summary>As many servers as the largest measurement stops.</summary>
    public const int Servers = 100_000;

    /// <summary>The number of the first server; the others follow.</summary>
    public const int FirstNumber = 1_000_001;

    /// <summary>How long the simulated network and service take for a request, where a measurement is about that.</summary>
    public const int LatencyMs = 50;

    public BenchmarkEnvironment(SimulatorHost simulator, string powerShell, string folder)
    {
        string module = Built("ModuleDirectory");
        Simulator = simulator;
        Module = Path.Combine(module, "NcloudServer.psd1");
        Shell = new Shell(powerShell, simulator, folder);
        Empty = Path.Combine(folder, "Empty");
        EmptyWithViews = Path.Combine(folder, "EmptyWithViews");
        string script = Shell.Script("New-EmptyModule.ps1");
        Shell.Run("preparation", $"& '{script}' '{Empty}'; & '{script}' '{EmptyWithViews}' '{module}'");
    }

    /// <summary>The demo's program.</summary>
    public static string Demo => Built("Demo");

    public SimulatorHost Simulator { get; }

    public string PowerShellVersion => Shell.Run("preparation", "\"$($PSVersionTable.PSVersion)\"").Output.Trim();

    public Shell Shell { get; }

    /// <summary>The module's manifest.</summary>
    public string Module { get; }

    /// <summary>The folder of a binary module that does nothing.</summary>
    public string Empty { get; }

    /// <summary>The folder of another, with this module's types and views.</summary>
    public string EmptyWithViews { get; }

    public static SimulatorOptions Options { get; } = new()
    {
        Regions = [RegionSeed.Defaults[0] with { FirstNumber = FirstNumber, Servers = Servers }],
    };

    /// <summary>Puts the service back to its beginning.</summary>
    public void Reset(int latencyMs = 0, params FaultRule[] faults)
    {
        Simulator.Reset();
        Simulator.Faults.Add(latencyMs > 0 ? [.. faults, FaultRules.Latency(latencyMs)] : faults);
    }

    /// <summary>Reads the lines that a script printed: numbers with spaces between them.</summary>
    public static double[][] Read(string output) => output.Split('\n')
        .Where(line => line.Trim().Length > 0)
        .Select(line => line.Trim().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
        .ToArray();

    private static string Built(string what) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == what).Value!;
}
