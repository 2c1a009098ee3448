using NcloudServer.Benchmarks.Measurements;

namespace NcloudServer.Benchmarks;

/// <summary>How cost grows with the numbers given, compared with what the network alone would need.</summary>
internal static class Growth
{
    private const int BatchSize = 100;
    private const int InFlight = 4;
    private const int Times = 3;

    private static readonly int[] s_sizes = [1, 10, 100, 1_000, 10_000, 100_000];

    public static IEnumerable<GrowthPoint> Measure(BenchmarkEnvironment environment)
    {
        foreach (int numbers in s_sizes)
        {
            List<double[]> lines = [];
            int requests = 0;
            for (int i = 0; i < Times; i++)
            {
                environment.Reset(BenchmarkEnvironment.LatencyMs);
                lines.Add(SessionMeasurements.Growth(environment, numbers, 1)[0]);
                // The first call, by which the process gets warm, is not of them.
                requests = environment.Simulator.Log.Requests.Count - 1;
            }

            int least = (numbers + BatchSize - 1) / BatchSize;
            int waves = (least + InFlight - 1) / InFlight;
            yield return new GrowthPoint(
                numbers,
                requests,
                least,
                Measurement.MedianOf(lines.Select(line => line[0])) / 1000,
                waves * BenchmarkEnvironment.LatencyMs / 1000.0,
                Measurement.MedianOf(lines.Select(line => line[1])));
        }
    }
}
