using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Sdk;

namespace NcloudServer.Tests.Laws;

/// <summary>Tries a law on many scenarios; one that breaks it is made as small as it gets, and told together with what was sent.</summary>
internal static class Law
{
    private const int MostLines = 50;
    private const int LargestSize = 40;

    private const int Brevity = 40;

    // "random" looks for scenarios that nobody has tried; "brief" is for mutation testing, which runs the laws once for each mutant.
    private static readonly string? s_mode = Environment.GetEnvironmentVariable("NCLOUDSERVER_LAWS");

    // A build depends on its commit alone.
    private static readonly FSharpOption<Replay>? s_replay = s_mode == "random"
        ? null
        : FSharpOption<Replay>.Some(new Replay(new Rnd(2026, 1), FSharpOption<int>.None));

    /// <summary>How often something is tried that is tried this often in a whole run.</summary>
    public static int Runs(int runs) => s_mode == "brief" ? Math.Max(1, runs / Brevity) : runs;

    /// <param name="scenarios">What it is tried on.</param>
    /// <param name="runs">How often.</param>
    /// <param name="law">Fails where it is broken.</param>
    /// <param name="given">What all scenarios have in common, those too that are made smaller.</param>
    public static Task Holds(Gen<Scenario> scenarios, int runs, Action<Run> law, Func<Scenario, Scenario>? given = null) => 
        Try(scenarios, runs, given, scenario => Judge(scenario, law));

    /// <summary>The same for one scenario, which stays as it is.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="fate">What comes of its requests; null for what chance brings.</param>
    /// <param name="law">Fails where it is broken.</param>
    public static Task HoldsIn(Scenario scenario, IFate? fate, Action<Run> law) => OnOwnThread(() => Judge(scenario, law, fate));

    /// <summary>The same for a list: the law gets the numbers that were read, or the error.</summary>
    public static Task HoldsForLists(
        Gen<Scenario> scenarios, int runs, string? statusCode, Action<ModelService, IReadOnlyList<string>?, NcpErrorId?> law,
        Func<Scenario, Scenario>? given = null) => Try(scenarios, runs, given, scenario =>
    {
        using var service = new ModelService(scenario);
        Tell(service, [], () =>
        {
            (IReadOnlyList<string>? numbers, NcpErrorId? error) = new Runner(scenario, service).List(statusCode);
            law(service, numbers, error);
        });
    });

    private static Task Try(Gen<Scenario> scenarios, int runs, Func<Scenario, Scenario>? given, Action<Scenario> law)
    {
        Func<Scenario, Scenario> common = given ?? (scenario => scenario);
        IEnumerable<Scenario> Simpler(Scenario scenario) =>
            Shrinking.Of(scenario).Select(common).Where(simpler => simpler.ToString() != scenario.ToString());
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Runs(runs)).WithEndSize(LargestSize).WithReplay(s_replay);
        Property property = Prop.ForAll(Arb.From(scenarios.Select(common), Simpler), law);
        return OnOwnThread(() => Check.One(config, property));
    }

    // FsCheck holds its thread for long.
    private static Task OnOwnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Judge(Scenario scenario, Action<Run> law, IFate? fate = null)
    {
        using ModelService service = fate is null ? new(scenario) : new(scenario, fate);
        var runner = new Runner(scenario, service);
        Tell(service, runner.Results, () =>
        {
            runner.Run();
            law(new Run(scenario, service, runner.Results));
        });
    }

    private static void Tell(ModelService service, IReadOnlyList<Result> results, Action action)
    {
        try
        {
            action();
        }
        catch (XunitException e)
        {
            throw new XunitException($"{e.Message}\n{Story(service, results)}\n");
        }
    }

    /// <summary>What was sent and what came out, in its order.</summary>
    public static string Story(ModelService service, IReadOnlyList<Result> results)
    {
        List<string> lines = service.Requests.Select(request => (request.Time, Text: request.ToString()))
            .Concat(results.Select(result => (result.Time, Text: result.ToString())))
            .OrderBy(line => line.Time).Select(line => line.Text).ToList();
        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines / 2, lines.Count - MostLines);
            lines.Insert(MostLines / 2, "         …");
        }

        return string.Join("\n", lines);
    }
}
