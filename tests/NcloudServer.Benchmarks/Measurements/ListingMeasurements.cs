using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks.Measurements;

/// <summary>What somebody waits for who asks for all servers there are, and goes on with them.</summary>
internal static class ListingMeasurements
{
    private const int Listed = 5000;
    private const int Stopped = 1000;

    public static Measurement Listing(BenchmarkEnvironment environment) => Pairing.Contest(
        "listing 5,000 servers, 50 ms latency, whole process",
        "a hand-written script, one page of 500 after the other",
        0.72,
        () => List(environment, "module", $"Import-Module '{environment.Module}'; (Get-NcpServerInstance).Count"),
        () => List(environment, "script", $"(& '{Shell.Script("handwritten.ps1")}').Count"));

    public static Measurement ComparedWithLimit(BenchmarkEnvironment environment)
    {
        const double Limit = BenchmarkEnvironment.LatencyMs;
        const int WarmUp = 20;
        environment.Reset(BenchmarkEnvironment.LatencyMs);
        Fill(environment, Listed);
        string command = $"& '{Shell.Script("Measure-Listing.ps1")}' '{environment.Module}' {WarmUp + Pairing.Rounds}";
        double[][] lines = BenchmarkEnvironment.Read(environment.Shell.Run("listing", command).Output);
        if (lines.Any(line => line[1] != Listed))
        {
            throw new InvalidOperationException("A list was not complete.");
        }

        double[] times = lines.Skip(WarmUp).Select(line => line[0]).ToArray();
        return Pairing.Ratio(
            "listing 5,000 servers, 50 ms latency, in a warm process",
            "the limit: 1 call, 50 ms",
            2.5,
            (times, Enumerable.Repeat(Limit, times.Length).ToArray()));
    }

    /// <summary>Servers take a second to stop, and both look every second.</summary>
    public static Measurement RoundTrip(BenchmarkEnvironment environment) => Pairing.Contest(
        "finding 1,000 servers, stopping them, waiting: 50 ms latency, whole process",
        "the same script, pages and hundreds one after the other",
        0.72,
        () => StopAll(
            environment, "module", $"Import-Module '{environment.Module}'; "
                + "(Get-NcpServerInstance | Stop-NcpServerInstance -Wait -PollingIntervalSec 1).Count"),
        () => StopAll(
            environment, "script", $"(& '{Shell.Script("handwritten.ps1")}' -All -BatchSize 100 -Wait -PollingIntervalSec 1).Count"));

    private static double List(BenchmarkEnvironment environment, string contestant, string command)
    {
        environment.Reset(BenchmarkEnvironment.LatencyMs);
        Fill(environment, Listed);
        return Run(environment, "list-" + contestant, command, Listed);
    }

    private static double StopAll(BenchmarkEnvironment environment, string contestant, string command)
    {
        environment.Reset(BenchmarkEnvironment.LatencyMs);
        Fill(environment, Stopped);
        environment.Simulator.Times = new SimulatorTimes { ShutdownSeconds = 1 };
        double milliseconds = Run(environment, "trip-" + contestant, command, Stopped);
        return environment.Simulator.Fleet.All().All(server => server.Status == "NSTOP")
            ? milliseconds
            : throw new InvalidOperationException($"The {contestant} did not stop all servers.");
    }

    private static double Run(BenchmarkEnvironment environment, string contestant, string command, int count)
    {
        (double milliseconds, string output) = environment.Shell.Run(contestant, command);
        return output.Trim() == $"{count}"
            ? milliseconds
            : throw new InvalidOperationException($"{contestant} returned {output.Trim()} servers in place of {count}.");
    }

    private static void Fill(BenchmarkEnvironment environment, int servers)
    {
        environment.Simulator.Fleet.Fill([BenchmarkEnvironment.Options.Regions[0] with { Servers = servers }]);
        // Those that examples of the documentation name.
        foreach (SimulatedServer server in environment.Simulator.Fleet.All().Skip(servers))
        {
            environment.Simulator.Fleet.Remove(server.Number);
        }
    }
}
