namespace NcloudServer.Tests.Laws;

/// <summary>What holds in every run holds in runs that chance makes, too, which are larger than those that can be seen whole.</summary>
public sealed class PromiseLawTests
{
    private const int Runs = 500;

    [Theory]
    [MemberData(nameof(Deeds.All), MemberType = typeof(Deeds))]
    public Task Every_promise_is_kept_whatever_happens(Deed deed) => Law.Holds(Generators.Any(deed), Runs, run =>
    {
        foreach ((_, Action<Run> law) in PromiseLaws.All)
        {
            law(run);
        }
    });
}
