using System.Collections.Concurrent;
using NcloudServer.Tests.Laws;
using Xunit.Sdk;

namespace NcloudServer.Tests.Explorer;

/// <summary>Runs every run of small worlds that has at most so many surprises, and holds each against all laws.</summary>
internal sealed class Explorer
{
    private readonly ConcurrentDictionary<string, Counterexample> _broken = new();
    private readonly ConcurrentDictionary<string, int> _times = new();
    private int _runs;

    /// <summary>How many runs there were.</summary>
    public int Runs => _runs;

    /// <summary>For each kind of broken law the shortest script, unless fewer surprises show the same; the shortest first.</summary>
    public IReadOnlyList<(Counterexample Example, int Times)> Broken =>
    [
        .. _broken.Where(pair => !_broken.Values.Any(pair.Value.IsExplainedBy)).Select(pair => (pair.Value, Times: _times[pair.Key]))
            .OrderBy(pair => pair.Value.Script.Count).ThenByDescending(pair => pair.Times),
    ];

    /// <summary>Explores worlds, as many at once as there are processors.</summary>
    /// <param name="worlds">The worlds.</param>
    /// <param name="surprises">How many surprises a run in a world has at most.</param>
    public Task ExploreAsync(IEnumerable<Scenario> worlds, Func<Scenario, int> surprises)
    {
        // The largest first: the end comes sooner.
        var queue = new ConcurrentQueue<Scenario>(worlds.Reverse());
        return Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (queue.TryDequeue(out Scenario? world))
                {
                    Explore(world, surprises(world));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    private void Explore(Scenario world, int surprises)
    {
        // One level after the other: what is seen first has the fewest surprises.
        HashSet<ulong> known = [];
        List<Pick[]> level = [[]];
        for (int count = 0; count <= surprises; count++)
        {
            List<Pick[]> next = [];
            foreach (Pick[] script in level)
            {
                ScriptedFate fate = Play(world, script, known);
                fate.Learn();
                if (count < surprises && !fate.IsKnown)
                {
                    next.AddRange(Longer(script, fate.Choices));
                }
            }

            level = next;
        }
    }

    private static IEnumerable<Pick[]> Longer(Pick[] script, IEnumerable<Choice> choices)
    {
        int end = script.Length == 0 ? -1 : script[script.Length - 1].Place;
        return from choice in choices
               where choice.Place > end
               from option in Enumerable.Range(1, choice.Options - 1)
               select (Pick[])[.. script, new Pick(choice.Request, choice.IsAnswer, option)];
    }

    private ScriptedFate Play(Scenario world, Pick[] script, HashSet<ulong> known)
    {
        Interlocked.Increment(ref _runs);
        ScriptedFate fate = Judge(world, script, known, out List<Counterexample> broken);
        foreach (Counterexample example in broken)
        {
            _times.AddOrUpdate(example.Kind, 1, (_, times) => times + 1);
            _broken.AddOrUpdate(example.Kind, example, (_, known) => Simpler(known, example));
        }

        return fate;
    }

    private static Counterexample Simpler(Counterexample one, Counterexample other) =>
        (other.Script.Count, other.World.Input.Count, other.Text.Length).CompareTo((one.Script.Count, one.World.Input.Count, one.Text.Length)) < 0
            ? other
            : one;

    private static ScriptedFate Judge(Scenario world, Pick[] script, HashSet<ulong> known, out List<Counterexample> broken)
    {
        var fate = new ScriptedFate(world, script, known);
        using var service = new ModelService(world, fate);
        var runner = new Runner(world, service);
        List<Counterexample> found = [];
        void Try(string name, Action action)
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is XunitException or InvalidOperationException)
            {
                found.Add(new Counterexample(name, world, fate.Lines, $"{e.Message}\n{Law.Story(service, runner.Results)}"));
            }
        }

        Try("an end", runner.Run);
        if (found.Count == 0 && !fate.IsKnown)
        {
            var run = new Run(world, service, runner.Results);
            foreach ((string name, Action<Run> law) in PromiseLaws.All)
            {
                Try(name, () => law(run));
            }

            Try("what passes costs no success", () => PassingFaults.CostNoSuccess(run, fate));
        }

        broken = found;
        return fate;
    }
}
