using NcloudServer.Operations;

namespace NcloudServer.Tests.Outcomes;

/// <summary>A request that is too large is made in smaller ones, while there is time, and what is learned by it is kept.</summary>
public sealed class TooLargeTests : ScriptedTest
{
    [Theory]
    [InlineData(413)]
    [InlineData(414)]
    public void A_batch_that_is_too_large_and_whose_time_is_over_ends(int status)
    {
        var endings = Run(Awaiting(Stop, limit: 1, polling: 1), Numbers(2), _ => Answer.Text(status, string.Empty) with { Latency = 1.2 });

        Assert.All(endings.Values, ending => Assert.NotNull(ending.Error));
        Assert.All(endings.Values, ending => Assert.DoesNotContain("defect", ending.Text));
        Assert.Single(Changes);
    }

    [Fact]
    public void A_look_up_that_is_too_large_and_whose_time_is_over_ends()
    {
        var endings = Run(Awaiting(Read, limit: 1, polling: 1), Numbers(2), _ => Answer.Text(413, string.Empty) with { Latency = 1.2 });

        Assert.All(endings.Values, ending => Assert.NotNull(ending.Error));
        Assert.All(endings.Values, ending => Assert.DoesNotContain("defect", ending.Text));
        Assert.InRange(Requests.Count, 1, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_too_large_for_a_number_alone_ends_for_it_alone(bool isAwaited)
    {
        BatchOptions options = Stop with { BatchSize = 4 };

        var endings = Run(isAwaited ? Awaiting(options) : options, Numbers(8), asked =>
            !asked.IsLookUp && asked.IsAbout("2") ? Answer.Text(413, string.Empty)
            : Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Equal("NcpRequestRefused", endings["2"].Error);
        Assert.Equal(7, endings.Values.Count(ending => ending.Error is null));
    }

    [Theory]
    [InlineData(413, 12, 40)]
    [InlineData(414, 12, 40)]
    [InlineData(413, 1, 60)]
    [InlineData(413, 64, 10)]
    public void How_many_numbers_a_service_takes_is_learned(int status, int most, int mostRefused)
    {
        int refused = 0;

        var endings = Run(Awaiting(Stop), Numbers(200), asked =>
        {
            if (asked.Numbers.Count <= most)
            {
                return Answer.Servers(asked, asked.IsLookUp && asked.Time > 60 ? Seen.Stopped : Seen.ShuttingDown) with { Latency = 0.2 };
            }

            refused++;
            return Answer.Text(status, string.Empty) with { Latency = 0.2 };
        });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.All(Enumerable.Range(1, 200), number => Assert.Single(About($"{number}", isLookUp: false), asked => asked.Numbers.Count <= most));
        Assert.InRange(refused, 1, mostRefused);
    }

    [Fact]
    public void What_is_learned_of_changes_says_nothing_of_look_ups()
    {
        Run(Awaiting(Stop), Numbers(100), asked => asked.IsLookUp ? Answer.Servers(asked, Seen.Stopped)
            : asked.Numbers.Count > 12 ? Answer.Text(413, string.Empty)
            : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.Contains(Requests, asked => asked.IsLookUp && asked.Numbers.Count == 100);
    }

    /// <summary>A service that sometimes takes less, for example behind a proxy of several: what is too large once more is halved again.</summary>
    [Fact]
    public void A_service_that_takes_less_and_less_costs_no_number()
    {
        int most = 64;

        var endings = Run(Stop with { BatchSize = 50 }, Numbers(200), asked =>
        {
            bool isTooLarge = asked.Numbers.Count > most;
            most = isTooLarge || most == 1 ? most : most / 2;
            return isTooLarge ? Answer.Text(413, string.Empty) : Answer.Servers(asked, Seen.ShuttingDown);
        });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
    }

    /// <summary>The longest address that is allowed leaves no room for a page, which a look-up may need all the same.</summary>
    [Fact]
    public void No_address_is_longer_than_allowed_even_with_a_page()
    {
        for (int length = 8; length < 48; length++)
        {
            Host = $"https://{new string('h', length)}.invalid";

            var endings = Run(Read with { BatchSize = 1000 }, Numbers(300, first: 1000000), asked => Answer.Part(
                asked, ((asked.PageNo ?? 1) - 1) * (asked.PageSize ?? 0), asked.PageSize ?? 100, Seen.Running));

            Assert.All(endings.Values, ending => Assert.Null(ending.Error));
            Assert.All(Requests, asked => Assert.InRange(asked.Address.AbsoluteUri.Length, 1, 8000));
        }
    }
}
