using System.Globalization;
using NcloudServer.Tests.Laws;
using Xunit.Abstractions;

namespace NcloudServer.Tests.Explorer;

/// <summary>No law is broken in any run of a small world that has few surprises.</summary>
public sealed class ExplorerTests(ITestOutputHelper output)
{
    private const int MostExamples = 20;

    // How many surprises a run has at most, in every world. A usual test run has two in the smallest worlds, and one in the others.
    private static readonly int? s_surprises = int.TryParse(
        Environment.GetEnvironmentVariable("NCLOUDSERVER_SURPRISES"), NumberStyles.None, CultureInfo.InvariantCulture, out int surprises)
        ? surprises
        : null;

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public async Task No_run_with_few_surprises_breaks_a_law(Command command)
    {
        var explorer = new Explorer();
        await explorer.ExploreAsync(Worlds.Of(command), world => s_surprises ?? (Worlds.IsSmallest(world) ? 2 : 1));
        output.WriteLine($"{explorer.Runs} runs.");
        IReadOnlyList<(Counterexample Example, int Times)> broken = explorer.Broken;
        string examples = string.Join("\n", broken.Take(MostExamples).Select(pair => $"[{pair.Times} times] {pair.Example}"));
        Assert.True(broken.Count == 0, $"{explorer.Runs} runs break laws in {broken.Count} ways:\n{examples}");
    }
}
