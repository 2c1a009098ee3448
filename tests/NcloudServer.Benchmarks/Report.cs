using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NcloudServer.Benchmarks;

/// <summary>What one run found, for people and for programs.</summary>
internal sealed record Report(
    string Machine, IReadOnlyList<Measurement> Measurements, IReadOnlyList<GrowthPoint> Growth, IReadOnlyList<MicroResult> Micro)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string MachineWith(string powerShell) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, "
            + $"PowerShell {powerShell}, {DateTime.UtcNow:yyyy-MM-dd}");

    /// <summary>Leaves bench.md, bench.json and growth.svg in a folder.</summary>
    /// <returns>The text of bench.md.</returns>
    public string Save(string folder)
    {
        string text = Text();
        File.WriteAllText(Path.Combine(folder, "bench.md"), text);
        File.WriteAllText(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(this, s_json));
        File.WriteAllText(Path.Combine(folder, "growth.svg"), GrowthPlot.Draw(Growth));
        return text;
    }

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        string? line = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured on {Machine}.\nMedians, with least and most; ratios within each of ");
        text.Append(CultureInfo.InvariantCulture, $"{Pairing.Rounds} rounds, in which the two took turns.\n\n");
        string[] header = ["measurement", "compared with", "threshold", "measured", "least – most", "ours / theirs"];
        Table(text, header, Measurements.Select(measurement => new[]
        {
            measurement.Name,
            measurement.ComparedWith,
            $"≤ {Amount(measurement.Threshold)} {measurement.Unit}",
            $"{(measurement.IsMet ? string.Empty : "**missed:** ")}{Amount(measurement.DecisiveValue)} {measurement.Unit}",
            $"{Amount(measurement.Least)} – {Amount(measurement.Most)}",
            measurement.Detail,
        }));
        string[] growth = ["numbers", "requests", "least possible", "seconds", "the network's share", "MB above the first call"];
        Table(text, growth, Growth.Select(point => new[]
        {
            point.Numbers.ToString("#,0", CultureInfo.InvariantCulture),
            point.Requests.ToString("#,0", CultureInfo.InvariantCulture),
            point.LeastRequests.ToString("#,0", CultureInfo.InvariantCulture),
            Amount(point.Seconds),
            Amount(point.LeastSeconds),
            Amount(point.Megabytes),
        }));
        Table(text, ["part of the core", "µs", "least – most", "KB allocated"], Micro.Select(result => new[]
        {
            result.Name,
            Amount(result.MedianNanoseconds / 1000),
            $"{Amount(result.LeastNanoseconds / 1000)} – {Amount(result.MostNanoseconds / 1000)}",
            Amount(result.AllocatedBytes / 1024.0),
        }));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, string[] header, IEnumerable<string[]> rows)
    {
        foreach (string[] row in rows.Prepend(header.Select(_ => "---").ToArray()).Prepend(header))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        text.Append('\n');
    }

    // Three digits that count; more would claim more than was measured.
    private static string Amount(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.#", >= 0.1 => "0.##", _ => "0.####" },
        CultureInfo.InvariantCulture);
}
