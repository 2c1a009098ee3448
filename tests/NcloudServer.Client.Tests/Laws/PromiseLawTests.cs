namespace NcloudServer.Tests.Laws;

/// <summary>What holds in every run holds in runs that chance makes, too, which are larger than those that can be seen whole.</summary>
public sealed class PromiseLawTests
{
    private const int Runs = 500;

    [Theory]
    [InlineData(Deed.Stop)]
    [InlineData(Deed.Start)]
    [InlineData(Deed.Restart)]
    [InlineData(Deed.Interrupt)]
    [InlineData(Deed.Read)]
    [InlineData(Deed.AwaitStopped)]
    [InlineData(Deed.AwaitRunning)]
    public Task Every_promise_is_kept_whatever_happens(Deed deed) => Law.Holds(Generators.Any(deed), Runs, run =>
    {
        foreach ((_, Action<Run> law) in PromiseLaws.All)
        {
            law(run);
        }
    });
}
