using System.Collections.Generic;
using System.Linq;
using NcloudServer.Benchmarks.Figures;

namespace NcloudServer.Benchmarks;

/// <summary>How cost grows with the numbers given, beside what the network alone would need.</summary>
internal static class Growth
{
    private const int BatchSize = 100;
    private const int InFlight = 4;
    private const int Times = 3;

    private static readonly int[] s_sizes = [1, 10, 100, 1_000, 10_000, 100_000];

    public static IEnumerable<GrowthPoint> Measure(Stage stage)
    {
        foreach (int numbers in s_sizes)
        {
            List<double[]> lines = [];
            int requests = 0;
            for (int i = 0; i < Times; i++)
            {
                stage.Reset(Stage.LatencyMs);
                lines.Add(SessionFigures.Growth(stage, numbers, 1)[0]);
                // The first call, by which the process gets warm, is not of them.
                requests = stage.Simulator.Log.Requests.Count - 1;
            }

            int least = (numbers + BatchSize - 1) / BatchSize;
            int waves = (least + InFlight - 1) / InFlight;
            yield return new GrowthPoint(
                numbers,
                requests,
                least,
                Figure.MedianOf(lines.Select(line => line[0])) / 1000,
                waves * Stage.LatencyMs / 1000.0,
                Figure.MedianOf(lines.Select(line => line[1])));
        }
    }
}
