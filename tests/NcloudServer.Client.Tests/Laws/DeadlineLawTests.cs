namespace NcloudServer.Tests.Laws;

/// <summary>Whoever waits gets an answer when the time is over, however it was spent.</summary>
public sealed class DeadlineLawTests
{
    private const int Runs = 400;
    private const double Rounding = 0.01;

    [Theory]
    [MemberData(nameof(Commands.Awaited), MemberType = typeof(Commands))]
    public Task Every_number_comes_out_within_its_limit_and_one_request(Command command) => Law.Holds(
        Generators.Calm(command), Runs, AllEndInTime, WaitingWithRoom);

    [Theory]
    [MemberData(nameof(Commands.Awaited), MemberType = typeof(Commands))]
    public Task Whatever_happens_adds_no_more_to_the_limit_than_some_seconds(Command command) => Law.Holds(
        Generators.Any(command), Runs, PromiseLaws.IsOutInTime, Waiting);

    private static Scenario Waiting(Scenario scenario) => scenario with { IsWaiting = true };

    // How long requests queue up for a connection is another matter.
    private static Scenario WaitingWithRoom(Scenario scenario) => scenario with { IsWaiting = true, ThrottleLimit = 40 };

    internal static void AllEndInTime(Run run) => AllEndWithin(run, run.Scenario.Latency);

    private static void AllEndWithin(Run run, double oneRequest)
    {
        foreach (Result result in run.Results)
        {
            // What never was in a request came out at once.
            double begin = run.HistoryOf(result).FirstOrDefault()?.Time ?? result.Time;
            double limit = begin + run.Scenario.WaitTimeout + oneRequest + Rounding;
            Assert.True(result.Time <= limit, $"{result.Name} comes out at {result.Time:0.000} s; the limit was {limit:0.000} s.");
        }
    }
}
