namespace NcloudServer.Tests.Laws;

/// <summary>What holds in every run holds in runs that chance makes, too, which are larger than those that can be seen whole.</summary>
public sealed class PromiseLawTests
{
    private const int Runs = 500;

    [Theory]
    [InlineData(Command.Stop)]
    [InlineData(Command.Start)]
    [InlineData(Command.Restart)]
    [InlineData(Command.Interrupt)]
    [InlineData(Command.Read)]
    [InlineData(Command.AwaitStopped)]
    [InlineData(Command.AwaitRunning)]
    public Task Every_promise_is_kept_whatever_happens(Command command) => Law.Holds(Generators.Any(command), Runs, run =>
    {
        foreach ((_, Action<Run> law) in PromiseLaws.All)
        {
            law(run);
        }
    });
}
