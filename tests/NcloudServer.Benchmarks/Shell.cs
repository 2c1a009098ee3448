using System.Diagnostics;
using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks;

/// <summary>Starts PowerShell as somebody would who has an access key to the simulated service and nothing else.</summary>
internal sealed class Shell(string program, SimulatorHost simulator, string folder)
{
    private static readonly string s_scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    public static string Script(string name) => Path.Combine(s_scripts, name);

    /// <summary>Runs a command in a process of its own.</summary>
    /// <param name="contestant">
    /// Who is measured. PowerShell remembers from one start to the next what it compiled, so each contestant gets a memory of its own.
    /// </param>
    /// <param name="command">The command.</param>
    /// <returns>The time from start to exit, and what was printed.</returns>
    /// <exception cref="InvalidOperationException">The command failed or printed an error: what it measured is worth nothing.</exception>
    public (double Milliseconds, string Output) Run(string contestant, string command)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(StartInfo(contestant, command))!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 && error.Result.Length == 0
            ? (milliseconds, output)
            : throw new InvalidOperationException($"{contestant} ended with exit code {process.ExitCode}: {error.Result}{output}");
    }

    private ProcessStartInfo StartInfo(string contestant, string command)
    {
        var start = new ProcessStartInfo(
            program, ["-NoProfile", "-NonInteractive", "-Command", "$ErrorActionPreference = 'Stop'; " + command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfTheUser).ToArray())
        {
            start.Environment.Remove(name);
        }

        string gateway = simulator.EndpointUrl.GetLeftPart(UriPartial.Authority);
        foreach ((string name, string value) in new Dictionary<string, string>
        {
            ["NCLOUD_API_GW"] = gateway,
            ["NCLOUD_METADATA_API_ENDPOINT"] = gateway,
            ["NCLOUD_ACCESS_KEY_ID"] = simulator.AccessKey,
            ["NCLOUD_SECRET_ACCESS_KEY"] = simulator.SecretKey,
            ["HOME"] = folder,
            ["XDG_CACHE_HOME"] = Directory.CreateDirectory(Path.Combine(folder, "cache", contestant)).FullName,
            ["NO_COLOR"] = "1",
            ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        })
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfTheUser(string variable) =>
        variable.StartsWith("NCLOUD_", StringComparison.OrdinalIgnoreCase)
            || variable.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);
}
