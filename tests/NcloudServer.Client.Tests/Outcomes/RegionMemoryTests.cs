using NcloudServer.Operations;

namespace NcloudServer.Tests.Outcomes;

/// <summary>That a region was not found is remembered, but not of one in which something has succeeded, and not for ever.</summary>
public sealed class RegionMemoryTests : ScriptedTest
{
    [Fact]
    public void Three_bad_answers_give_up_no_region_in_which_something_succeeded()
    {
        Throttle = 1;
        (int changes, int lookUps, int checks) bad = default;

        var endings = Run(Awaiting(Stop with { BatchSize = 2 }), Numbers(4), asked =>
        {
            bool isBad = asked switch
            {
                { IsLookUp: false } => asked.IsAbout("3") && bad.changes++ == 0,
                { Numbers.Count: 0 } => bad.checks++ == 0,
                _ => asked.IsAbout("3") && bad.lookUps++ == 0,
            };
            return isBad ? Answer.NotFound()
                : Answer.Servers(asked, asked.IsLookUp && asked.Time > 60 ? Seen.Stopped : Seen.ShuttingDown);
        });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
    }

    /// <summary>However long the region's other requests are rejected.</summary>
    [Fact]
    public void Look_ups_at_accepted_servers_are_never_answered_from_memory()
    {
        Throttle = 1;
        var endings = Run(Awaiting(Stop with { BatchSize = 2 }), Numbers(4), asked =>
            asked.Numbers.Count > 0 && !asked.IsAbout("3") && !asked.IsAbout("4")
                ? Answer.Servers(asked, asked.IsLookUp && asked.Time > 60 ? Seen.Stopped : Seen.ShuttingDown)
                : Answer.NotFound());

        Assert.Null(endings["1"].Error);
        Assert.Null(endings["2"].Error);
        Assert.Equal("NcpRequestRefused", endings["3"].Error);
        Assert.Equal("NcpRequestRefused", endings["4"].Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_region_that_was_not_found_is_asked_for_again_in_the_end(bool isRead)
    {
        BatchOptions options = isRead ? Read with { BatchSize = 2 } : Stop with { BatchSize = 2 };

        var endings = Run(options, [.. Numbers(4), new Given("5", Time: 1000), new Given("6", Time: 1000)], asked =>
            asked.Time < 900 ? Answer.NotFound() : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.All(endings.Where(ending => ending.Key is not ("5" or "6")), ending => Assert.Equal("NcpRequestRefused", ending.Value.Error));
        Assert.Null(endings["5"].Error);
        Assert.Null(endings["6"].Error);
    }

    [Fact]
    public void A_region_that_does_not_exist_costs_a_handful_of_requests()
    {
        var endings = Run(Stop with { BatchSize = 10 }, Numbers(400), _ => Answer.NotFound() with { Latency = 0.1 });

        Assert.All(endings.Values, ending => Assert.Equal("NcpRequestRefused", ending.Error));
        Assert.InRange(Requests.Count, 1, 20);
    }

    /// <summary>As where the account may change servers and not view them.</summary>
    [Theory]
    [InlineData(404, "300")]
    [InlineData(401, "210")]
    public void Look_ups_that_are_not_answered_keep_no_number_from_its_action(int status, string code)
    {
        var endings = Run(Stop, Numbers(10), asked => asked.IsLookUp ? Answer.Gateway(status, code)
            : asked.IsAbout("4") ? Answer.Refused("77")
            : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.NotNull(endings["4"].Error);
        Assert.Equal(9, endings.Values.Count(ending => ending.Error is null));
        Assert.InRange(Requests.Count, 1, 30);
    }

    [Fact]
    public void What_is_not_found_in_one_region_says_nothing_of_another()
    {
        Given[] numbers = [.. Enumerable.Range(1, 6).Select(number => new Given($"{number}", Region: number % 2 == 0 ? "KR" : "NOWHERE"))];

        var endings = Run(Stop with { BatchSize = 2 }, numbers, asked =>
            asked.Region == "KR" ? Answer.Servers(asked, Seen.ShuttingDown) : Answer.NotFound());

        Assert.All(endings, ending => Assert.Equal(ending.Value.Outcome.RegionCode == "KR" ? null : "NcpRequestRefused", ending.Value.Error));
    }
}
