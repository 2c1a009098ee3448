using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Explorer;

/// <summary>A run that breaks a law, as its script.</summary>
/// <param name="Law">The law's name.</param>
/// <param name="World">The world.</param>
/// <param name="Script">The surprises, in words.</param>
/// <param name="Text">What is broken, and the run.</param>
internal sealed record Counterexample(string Law, Scenario World, IReadOnlyList<string> Script, string Text)
{
    private const string Mark = "): ";

    /// <summary>The surprises without the requests and the numbers.</summary>
    public IReadOnlyList<string> Surprises { get; } = [.. Script.Select(Surprise)];

    /// <summary>What those have in common that likely have the same cause.</summary>
    public string Kind => string.Join(" + ", Surprises.Prepend(Law));

    /// <summary>Whether another one shows the same with fewer surprises.</summary>
    public bool IsExplainedBy(Counterexample other) =>
        other.Law == Law && other.Script.Count < Script.Count && other.Surprises.All(Surprises.Contains);

    public override string ToString() => $"{Law}:{World}script:\n{string.Join("\n", Script.DefaultIfEmpty("no surprise").Select(line => "  " + line))}\n{Text}";

    private static string Surprise(string line)
    {
        string text = line.Substring(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length);
        return text.StartsWith("somebody", StringComparison.Ordinal) ? text.Split(' ').Last() + " by somebody else" : text;
    }
}
