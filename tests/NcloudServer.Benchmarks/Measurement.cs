namespace NcloudServer.Benchmarks;

/// <summary>A measured ratio to what it is compared with, or a measured amount.</summary>
internal sealed record Measurement(string Name, string ComparedWith, string Unit, double Threshold, IReadOnlyList<double> Values)
{
    /// <summary>Whether the worst value has to meet the threshold, and not only the median.</summary>
    public bool IsWorstDecisive { get; init; }

    /// <summary>The medians that a ratio came from, in words; empty for an amount.</summary>
    public string Detail { get; init; } = string.Empty;

    public double Median => MedianOf(Values);

    public double Least => Values.Min();

    public double Most => Values.Max();

    /// <summary>The value that has to meet the threshold.</summary>
    public double DecisiveValue => IsWorstDecisive ? Most : Median;

    public bool IsMet => DecisiveValue <= Threshold;

    public override string ToString() => FormattableString.Invariant(
        $"{(IsMet ? "met   " : "MISSED")} {Name} | {ComparedWith}: {Median:0.###} {Unit} ({Least:0.###} – {Most:0.###})")
        + FormattableString.Invariant($", threshold {Threshold:0.###}  {Detail}");

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
