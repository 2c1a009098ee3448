using System.Diagnostics;

namespace NcloudServer.Benchmarks.Measurements;

/// <summary>What somebody waits for who starts PowerShell for one command, as a scheduled task does.</summary>
internal static class ProcessMeasurements
{
    private const string ImportName = "import in a fresh process";
    private const string ThousandName = "1,000 servers, 50 ms latency, whole process";

    public static Measurement Import(BenchmarkEnvironment environment) =>
        Import(environment, ImportName, "importing an empty binary module", environment.Empty, 1.4);

    public static Measurement ImportWithSameViews(BenchmarkEnvironment environment) =>
        Import(
            environment, ImportName, "importing an empty binary module that has the same views", environment.EmptyWithViews, 1.05);

    public static Measurement OneServer(BenchmarkEnvironment environment)
    {
        // Both contestants of a round are compared without the same start: PowerShell's own is no work of theirs.
        double start = 0;
        return Pairing.Contest(
            "one server in a fresh process, beyond PowerShell's own start: import, stop",
            "a hand-written, signed `Invoke-RestMethod` script",
            0.62,
            () =>
            {
                start = environment.Shell.Run("start", "1").Milliseconds;
                return Ours(environment, 1) - start;
            },
            () => Theirs(environment, 1, batchSize: 1) - start);
    }

    public static Measurement OneByOne(BenchmarkEnvironment environment) => Contest(
        environment,
        ThousandName,
        "the same script, one call a server",
        0.01,
        () => Ours(environment, 1000, BenchmarkEnvironment.LatencyMs),
        () => Theirs(environment, 1000, batchSize: 1, BenchmarkEnvironment.LatencyMs));

    public static Measurement InHundreds(BenchmarkEnvironment environment) => Contest(
        environment,
        ThousandName,
        "the same script, hundreds in one call, one after the other",
        0.42,
        () => Ours(environment, 1000, BenchmarkEnvironment.LatencyMs),
        () => Theirs(environment, 1000, batchSize: 100, BenchmarkEnvironment.LatencyMs));

    public static Measurement Demo()
    {
        double[] seconds = Enumerable.Range(0, Pairing.Rounds).Select(_ => DemoStart()).ToArray();
        return new Measurement("the demo, built: from its start to its first server", "–", "s", 3, seconds);
    }

    private static double DemoStart()
    {
        var watch = Stopwatch.StartNew();
        using Process demo = Process.Start(new ProcessStartInfo("dotnet", [BenchmarkEnvironment.Demo]) { RedirectStandardOutput = true })!;
        try
        {
            while (demo.StandardOutput.ReadLine() is { } line)
            {
                if (line.Contains("1000011"))
                {
                    return watch.Elapsed.TotalSeconds;
                }
            }
        }
        finally
        {
            demo.Kill();
            demo.WaitForExit();
        }

        throw new InvalidOperationException("The demo showed no server.");
    }

    private static Measurement Contest(
        BenchmarkEnvironment environment, string name, string comparedWith, double threshold, Func<double> ours, Func<double> theirs)
    {
        Ours(environment, 1);
        Theirs(environment, 1, batchSize: 1);
        return Pairing.Ratio(name, comparedWith, threshold, Pairing.Measure(ours, theirs));
    }

    private static double Ours(BenchmarkEnvironment environment, int count, int latencyMs = 0) => Stop(
        environment, "module", $"Import-Module '{environment.Module}'; {Numbers(count)} | Stop-NcpServerInstance | Out-Null",
        count, latencyMs);

    private static double Theirs(BenchmarkEnvironment environment, int count, int batchSize, int latencyMs = 0) => Stop(
        environment, "script", $"& '{Shell.Script("handwritten.ps1")}' ({Numbers(count)}) {batchSize} | Out-Null", count, latencyMs);

    private static string Numbers(int count) =>
        count == 1
            ? $"{BenchmarkEnvironment.FirstNumber}"
            : $"{BenchmarkEnvironment.FirstNumber}..{BenchmarkEnvironment.FirstNumber + count - 1}";

    private static double Stop(BenchmarkEnvironment environment, string contestant, string command, int count, int latencyMs)
    {
        environment.Reset(latencyMs);
        double milliseconds = environment.Shell.Run(contestant, command).Milliseconds;
        int stopped = environment.Simulator.Log.Requests.Sum(request => request.NumbersChanged.Count);
        return stopped == count
            ? milliseconds
            : throw new InvalidOperationException($"The {contestant} stopped {stopped} servers when it should have stopped {count}.");
    }

    private static Measurement Import(
        BenchmarkEnvironment environment, string name, string comparedWith, string empty, double threshold)
    {
        double Time(string contestant, string module) => BenchmarkEnvironment.Read(environment.Shell.Run(
            contestant,
            $"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{module}'; "
                + "$watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)").Output)[0][0];

        return Pairing.Contest(
            name,
            comparedWith,
            threshold,
            () => Time("import", environment.Module),
            () => Time("import-" + Path.GetFileName(empty), empty));
    }
}
