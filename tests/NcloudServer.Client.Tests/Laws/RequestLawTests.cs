using FsCheck.Fluent;

namespace NcloudServer.Tests.Laws;

/// <summary>How many requests it takes at most, where the numbers of a region fit into one batch.</summary>
public sealed class RequestLawTests
{
    private const int Runs = 400;
    private const int HundredfoldRuns = 40;
    private const int LargestLookUp = 100;
    private const double LongestJitter = 1.2;
    private const double BusyTime = 200;

    // Busy servers are asked about again while they are busy, and what no look-up may name has to be looked for in halves too: another matter.
    private static readonly ServerKind[] s_askedAboutAgain =
    [
        ServerKind.SettingUp, ServerKind.Changing, ServerKind.ChangedLater, ServerKind.UnknownOperation, ServerKind.StuckBusy,
        ServerKind.Creating, ServerKind.StuckCreating, ServerKind.HiddenBusy, ServerKind.HiddenStuck, ServerKind.Booting,
        ServerKind.Rebooting, ServerKind.Unreadable, ServerKind.Poison,
    ];

    [Fact]
    public Task Isolating_k_bad_of_n_numbers_takes_at_most_2_plus_2k_log2_n_further_requests_and_a_look_up_each() => Law.Holds(
        Generators.Calm(Command.Stop),
        Runs,
        IsolatesSoon,
        scenario => InOneBatch(scenario) with
        {
            IsWaiting = false,
            Kinds = [.. scenario.Kinds.Select(kind => s_askedAboutAgain.Contains(kind) ? ServerKind.Running : kind)],
        });

    /// <remarks>
    /// To find who is busy among n whose state does not say, each has to be asked alone in the end: a tree of halves has less than 2n
    /// nodes. After that a look-up every interval shows what has changed for a hundred at once, and another who has arrived. Where the state
    /// shows nothing, all are sent together again; while one is still refused, it takes a refused request on each of the log2 n levels of
    /// the tree to find that one, since a request tells no more than whether all in it are free. Each request that succeeds settles at
    /// least one number, so that there are at most n of those.
    /// </remarks>
    [Theory]
    [MemberData(nameof(Commands.Observable), MemberType = typeof(Commands))]
    public Task Waiting_for_n_servers_takes_at_most_3n_requests_and_3_plus_log2_n_an_interval(Command command) =>
        Law.Holds(Generators.Busy(command), Runs, WaitsQuietly, InOneBatch);

    /// <remarks>
    /// To find out that each is busy takes 200. While all stay so, a look-up and two requests an interval do: one for all, one for the first.
    /// The longest case adds rounds in which servers become free one after the other; up to 422 requests were seen.
    /// </remarks>
    [Theory]
    [InlineData(15, true, 300)]
    [InlineData(60, true, 450)]
    [InlineData(5, false, 450)]
    public Task A_hundred_servers_that_are_busy_without_saying_so_are_asked_together(int seconds, bool isWaiting, int bound) => Law.Holds(
        Generators.HundredHiddenBusy(seconds, isWaiting),
        HundredfoldRuns,
        run =>
        {
            Assert.All(run.Results, result => Assert.True(result.IsSuccess || !isWaiting));
            Assert.True(run.Service.Requests.Count <= bound, $"{run.Service.Requests.Count} requests.");
        });

    [Theory]
    [InlineData(49)]
    [InlineData(0, 49, 99)]
    public Task Servers_that_are_busy_without_saying_so_delay_no_others(params int[] busy) => Law.Holds(
        Generators.HundredHiddenBusy(BusyTime, isWaiting: true),
        HundredfoldRuns,
        run =>
        {
            string[] busyNumbers = [.. busy.Select(ModelService.Number)];
            double last = run.Service.Requests.Last(request => !request.IsLookUp && request.Numbers.Except(busyNumbers).Any()).Time;
            // Each is isolated on its way down a tree of halves, one request a level where no two are made at once.
            int requests = 2 + (2 * busy.Length * CeilingOfLog2(run.Results.Count));
            Assert.InRange(last, 0, requests * run.Scenario.Latency);
        },
        scenario => scenario with
        {
            Spread = 0,
            Kinds = [.. scenario.Kinds.Select((_, index) => busy.Contains(index) ? ServerKind.HiddenBusy : ServerKind.Running)],
        });

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task A_region_that_does_not_exist_takes_a_handful_of_requests_for_all_its_numbers(Command command) => Law.Holds(
        Generators.Calm(command),
        Runs,
        run =>
        {
            string region = ModelService.Region(1);
            int requests = run.Service.Requests.Count(request => request.Region == region);
            List<Result> results = run.Results.Where(result => result.Region == region).ToList();
            Assert.All(results, result => Assert.Equal(NcpErrorId.NcpRequestRefused, result.Error));
            // One number a call, several at once: what is under way when the first answer comes can't be taken back.
            int bound = command.Action() is { TakesMany: false } ? 20 : 8;
            Assert.True(requests <= bound, $"{requests} requests for {results.Count} numbers.");
        },
        scenario => InOneBatch(scenario) with { Outages = new Outages { IsRegionMissing = true } });

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task An_endpoint_that_nothing_listens_at_is_learned_once(Command command) => Law.Holds(
        Generators.Calm(command), Runs, LearnsOnce, scenario => scenario with { Outages = new Outages { DeadFrom = 0 } });

    private static void IsolatesSoon(Run run)
    {
        foreach (IGrouping<string, Result> batch in run.Results.GroupBy(result => result.Region))
        {
            int n = batch.Count();
            int k = batch.Count(result => run.KindOf(result) is not (ServerKind.Running or ServerKind.GoneOnceStopped));
            int further = run.Service.Requests.Count(request => request.Region == batch.Key) - 1;
            int bound = k == 0 ? 0 : 2 + (2 * k * CeilingOfLog2(n)) + k;
            Assert.True(further <= bound, $"{further} further requests for {k} bad of {n}, bound {bound}.");
        }
    }

    private static void WaitsQuietly(Run run)
    {
        foreach (IGrouping<string, Result> region in run.Results.GroupBy(result => result.Region))
        {
            int n = region.Count();
            List<SeenRequest> requests = run.Service.Requests.Where(request => request.Region == region.Key).ToList();
            double seconds = region.Max(result => result.Time) - requests[0].Time;
            // The first intervals are the pauses of 1, 2, 4 seconds, where these are shorter.
            int intervals = 3 + (int)Math.Ceiling(seconds / run.Scenario.PollingInterval);
            int lookUps = 2 * ((n + LargestLookUp - 1) / LargestLookUp);
            int bound = (3 * n) + (intervals * (lookUps + 1 + CeilingOfLog2(n)));
            Assert.True(requests.Count <= bound, $"{requests.Count} requests for {n} numbers in {seconds:0.0} s, bound {bound}.");
        }
    }

    private static void LearnsOnce(Run run)
    {
        Scenario scenario = run.Scenario;
        // At the first answer there are the batches under way, one that stands by, and the last of either region; each has its repeats.
        int attempts = (scenario.ThrottleLimit + 3) * (scenario.MaximumRetryCount + 1);
        double longest = 0.01 + ((scenario.MaximumRetryCount + 1) * scenario.Latency)
            + Enumerable.Range(0, scenario.MaximumRetryCount).Sum(repeat => LongestJitter * (1 << repeat));
        foreach (Result result in run.Results)
        {
            Assert.True(result.Error == NcpErrorId.NcpConnectionFailed, $"{result.Name} is reported as {result.Error}.");
            Assert.True(result.Time <= longest, $"{result.Name} comes out at {result.Time:0.00} s, not by {longest:0.00} s.");
        }

        Assert.True(run.Service.Requests.Count <= attempts, $"{run.Service.Requests.Count} attempts, bound {attempts}.");
    }

    private static Scenario InOneBatch(Scenario scenario) => scenario with { BatchSize = LargestLookUp };

    private static int CeilingOfLog2(int n) => n <= 1 ? 0 : 1 + CeilingOfLog2((n + 1) / 2);
}
