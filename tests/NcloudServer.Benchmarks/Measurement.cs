using System;
using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Benchmarks;

/// <summary>How a figure's many values become the one that is held against the bar.</summary>
internal enum Judged
{
    ByMedian,
    ByWorst,
}

/// <summary>One measured figure: a ratio to what it stands beside, or an amount.</summary>
internal sealed record Figure(string Name, string Beside, string Unit, double Bar, IReadOnlyList<double> Values)
{
    public Judged Judged { get; init; }

    /// <summary>The medians that a ratio came from, in words; empty for an amount.</summary>
    public string Detail { get; init; } = string.Empty;

    public double Median => MedianOf(Values);

    public double Least => Values.Min();

    public double Most => Values.Max();

    /// <summary>What is held against the bar.</summary>
    public double JudgedValue => Judged == Judged.ByWorst ? Most : Median;

    public bool IsMet => JudgedValue <= Bar;

    public override string ToString() => FormattableString.Invariant(
        $"{(IsMet ? "met   " : "MISSED")} {Name} | {Beside}: {Median:0.###} {Unit} ({Least:0.###} – {Most:0.###})")
        + FormattableString.Invariant($", bar {Bar:0.###}  {Detail}");

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>Measures two contestants in turn, A B A B …, so that both meet the same machine.</summary>
internal static class Pairing
{
    /// <summary>Fewer would say too little about a noisy machine.</summary>
    public const int Rounds = 9;

    public static (IReadOnlyList<double> Ours, IReadOnlyList<double> Theirs) Measure(
        Func<double> ours, Func<double> theirs, int rounds = Rounds)
    {
        List<double> first = [];
        List<double> second = [];
        for (int round = 0; round < rounds; round++)
        {
            first.Add(ours());
            second.Add(theirs());
        }

        return (first, second);
    }

    /// <summary>The figure of two contestants' times in milliseconds: the ratio within each round.</summary>
    public static Figure Ratio(string name, string beside, double bar, (IReadOnlyList<double> Ours, IReadOnlyList<double> Theirs) pairs) =>
        new(name, beside, "×", bar, pairs.Ours.Zip(pairs.Theirs, (ours, theirs) => ours / theirs).ToArray())
        {
            Detail = FormattableString.Invariant($"{Figure.MedianOf(pairs.Ours):#,0.0#} / {Figure.MedianOf(pairs.Theirs):#,0.0#} ms"),
        };
}
