using NcloudServer.Benchmarks.Measurements;
using NcloudServer.Simulator;

namespace NcloudServer.Benchmarks;

internal static class Program
{
    private const int ThresholdMissed = 1;
    private const int BadUse = 2;

    private static readonly (string Name, Func<BenchmarkEnvironment, IEnumerable<Measurement>> Measure)[] s_measurements =
    [
        ("import", environment => [ProcessMeasurements.Import(environment), ProcessMeasurements.ImportWithSameViews(environment)]),
        ("compiled", CompilationMeasurements.Compiled),
        ("one", environment => [ProcessMeasurements.OneServer(environment)]),
        ("singles", environment => [ProcessMeasurements.OneByOne(environment)]),
        ("hundreds", environment => [ProcessMeasurements.InHundreds(environment)]),
        ("listing", environment => [ListingMeasurements.Listing(environment), ListingMeasurements.ComparedWithLimit(environment)]),
        ("trip", environment => [ListingMeasurements.RoundTrip(environment)]),
        ("warm", environment => [SessionMeasurements.ComparedWithLimit(environment)]),
        ("collection", environment => [SessionMeasurements.Collection(environment)]),
        ("reading", ReadingMeasurements.Reading),
        ("memory", environment => [SessionMeasurements.Memory(environment)]),
        ("wait", environment => [SessionMeasurements.Waiting(environment)]),
        ("stop", environment => [SessionMeasurements.Stopping(environment)]),
        ("demo", _ => [ProcessMeasurements.Demo()]),
    ];

    /// <summary>
    /// Arguments: the program of PowerShell, the folder for the results, then "check" to fail at a missed threshold, and the names of
    /// the measurements to make; without names, all of them.
    /// </summary>
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [string powerShell, string output, .. string[] rest])
        {
            await Console.Error.WriteLineAsync("Arguments: POWERSHELL OUTPUT [check] [MEASUREMENT ...]");
            return BadUse;
        }

        string folder = Directory.CreateTempSubdirectory("ncloudserver-").FullName;
        try
        {
            await using SimulatorHost simulator = await SimulatorHost.StartAsync(BenchmarkEnvironment.Options);
            var environment = new BenchmarkEnvironment(simulator, powerShell, folder);
            string[] names = rest.Where(name => name != "check").ToArray();
            List<Measurement> measurements = Measure(environment, names);
            if (names.Length == 0)
            {
                Console.WriteLine("How cost grows, and the parts of the core …");
                var report = new Report(
                    Report.MachineWith(environment.PowerShellVersion),
                    measurements,
                    Growth.Measure(environment).ToArray(),
                    MicroBenchmarks.Run(folder));
                Console.WriteLine();
                Console.WriteLine(report.Save(Directory.CreateDirectory(output).FullName));
            }

            return rest.Contains("check") && measurements.Exists(measurement => !measurement.IsMet) ? ThresholdMissed : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Measurement> Measure(BenchmarkEnvironment environment, string[] names)
    {
        List<Measurement> measurements = [];
        foreach ((string name, Func<BenchmarkEnvironment, IEnumerable<Measurement>> measure) in s_measurements)
        {
            if (names.Length == 0 || names.Contains(name))
            {
                foreach (Measurement measurement in measure(environment))
                {
                    measurements.Add(measurement);
                    Console.WriteLine(measurement);
                }
            }
        }

        return measurements;
    }
}
