namespace NcloudServer.Tests.Laws;

/// <summary>A request as the service saw it, and what its sender could know from the response.</summary>
internal sealed record SeenRequest(double Time, string Action, string Region, IReadOnlyList<string> Numbers)
{
    private const int LongestText = 80;

    /// <summary>When the response came, or nothing was waited for any more.</summary>
    public double End { get; set; } = double.PositiveInfinity;

    /// <summary>What came of it.</summary>
    public Fault Fault { get; init; }

    /// <summary>The service refused it.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What it shows is not as it was then.</summary>
    public bool IsOld { get; init; }

    /// <summary>When the servers that the response names came up last, as it shows that.</summary>
    public IReadOnlyDictionary<string, double> Boots { get; init; } = new Dictionary<string, double>();

    /// <summary>For how many seconds the service wants to have its rest.</summary>
    public int RetryAfter { get; init; }

    /// <summary>For all that its sender knows, it may have been carried out.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>The response came and was no refusal.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The servers that the response names, as it shows them.</summary>
    public IReadOnlyDictionary<string, View> Shown { get; init; } = new Dictionary<string, View>();

    /// <summary>The servers that were asked for and are not there.</summary>
    public IReadOnlyCollection<string> Gone { get; init; } = [];

    /// <summary>The server that a look-up left out, though it was there.</summary>
    public string? Forgotten { get; init; }

    /// <summary>What else came of it, for whoever reads about a broken law.</summary>
    public string Answer { get; init; } = string.Empty;

    public bool IsLookUp => Action == Commands.LookUp;

    public override string ToString()
    {
        string answer = string.Join(" ", Shown.Select(pair => $"{pair.Key}={pair.Value}").Append(Answer));
        return FormattableString.Invariant($"{Time,7:0.00} s {Action} {Region} {Brief(string.Join(",", Numbers))}: {Brief(answer)}");
    }

    private static string Brief(string text) => text.Length <= LongestText ? text : text.Remove(LongestText) + "…";
}
