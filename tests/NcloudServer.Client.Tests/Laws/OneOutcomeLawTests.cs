namespace NcloudServer.Tests.Laws;

/// <summary>What goes in comes out once, in order, and told truthfully, whatever happens meanwhile.</summary>
public sealed class OneOutcomeLawTests
{
    private const int Runs = 500;

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task Every_number_comes_out_once_with_a_true_outcome(Command command) => Law.Holds(Generators.Any(command), Runs, HasOneTrueOutcomeEach);

    internal static void HasOneTrueOutcomeEach(Run run)
    {
        bool isWaiting = run.Scenario.IsWaiting;
        IEnumerable<(string, string)> given = run.Scenario.Input
            .Select(item => (ModelService.Number(item.Number), ModelService.Region(item.Region))).Distinct();
        IEnumerable<(string, string)> taken = run.Results.Select(result => (result.Number, result.Region));
        // Whoever waits for the servers gets them as they arrive, everybody else in the order of the input.
        Assert.Equal(isWaiting ? given.Order() : given, isWaiting ? taken.Order() : taken);
        foreach (Result result in run.Results)
        {
            if (result.IsSuccess)
            {
                Truth.IsSuccess(run, result);
            }
            else
            {
                Truth.IsFailure(run, result);
            }
        }
    }
}
