using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace NcloudServer.Tests.Laws;

/// <summary>Whoever waits gets an answer when the time is over, however it was spent.</summary>
public sealed class DeadlineLawTests
{
    private const int Runs = 400;
    private const double Rounding = 0.01;
    private const double LongestJitter = 1.2;

    [Theory]
    [InlineData(Deed.Stop)]
    [InlineData(Deed.Start)]
    [InlineData(Deed.Restart)]
    [InlineData(Deed.AwaitStopped)]
    [InlineData(Deed.AwaitRunning)]
    public Task Every_number_comes_out_within_its_limit_and_one_request(Deed deed) => Law.Holds(
        Generators.Calm(deed), Runs, AllEndInTime, WaitingWithRoom);

    /// <summary>A request that can't be answered is one with all its repeats.</summary>
    [Theory]
    [InlineData(Deed.Stop)]
    [InlineData(Deed.Start)]
    [InlineData(Deed.Restart)]
    [InlineData(Deed.AwaitStopped)]
    [InlineData(Deed.AwaitRunning)]
    public Task Faults_add_no_more_to_the_limit_than_the_repeats_of_one_request(Deed deed) => Law.Holds(
        Generators.Any(deed), Runs, run => AllEndWithin(run, WithRepeats(run.Scenario)), Waiting);

    private static Scenario Waiting(Scenario scenario) => scenario with { IsWaiting = true };

    // How long requests queue up for a connection is another matter.
    private static Scenario WaitingWithRoom(Scenario scenario) => scenario with { IsWaiting = true, ThrottleLimit = 40 };

    // While nothing listens, one request tries for all, and the others wait for it.
    private static double WithRepeats(Scenario scenario) =>
        (3 * scenario.Latency) + Enumerable.Range(0, scenario.MaximumRetryCount)
            .Sum(repeat => scenario.Latency + (LongestJitter * (1 << repeat)));

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
