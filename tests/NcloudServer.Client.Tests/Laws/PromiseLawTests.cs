namespace NcloudServer.Tests.Laws;

/// <summary>What holds in every run holds in runs that chance makes, too, which are larger than those that can be seen whole.</summary>
public sealed class PromiseLawTests
{
    private const int Runs = 500;

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task Every_promise_is_kept_whatever_happens(Command command) => Law.Holds(Generators.Any(command), Runs, run =>
    {
        foreach ((_, Action<Run> law) in PromiseLaws.All)
        {
            law(run);
        }
    });
}
