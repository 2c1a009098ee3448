namespace NcloudServer.Benchmarks;

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

    /// <summary>Measures the ratio of two contestants' times in milliseconds, after each has had a run that does not count.</summary>
    public static Measurement Contest(string name, string comparedWith, double threshold, Func<double> ours, Func<double> theirs)
    {
        ours();
        theirs();
        return Ratio(name, comparedWith, threshold, Measure(ours, theirs));
    }

    /// <summary>The measurement of two contestants' times in milliseconds: the ratio within each round.</summary>
    public static Measurement Ratio(
        string name, string comparedWith, double threshold, (IReadOnlyList<double> Ours, IReadOnlyList<double> Theirs) pairs) =>
        new(name, comparedWith, "×", threshold, pairs.Ours.Zip(pairs.Theirs, (ours, theirs) => ours / theirs).ToArray())
        {
            Detail = FormattableString.Invariant(
                $"{Measurement.MedianOf(pairs.Ours):#,0.0#} / {Measurement.MedianOf(pairs.Theirs):#,0.0#} ms"),
        };
}
