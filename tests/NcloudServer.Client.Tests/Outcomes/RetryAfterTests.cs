namespace NcloudServer.Tests.Outcomes;

/// <summary>A service that says when it wants to be asked again is asked again then, by the whole command.</summary>
public sealed class RetryAfterTests : ScriptedTest
{
    [Theory]
    [InlineData(0, 429)]
    [InlineData(1, 429)]
    [InlineData(3, 429)]
    [InlineData(0, 503)]
    [InlineData(1, 503)]
    public void A_look_up_that_is_told_to_wait_waits(int retries, int status)
    {
        Retries = retries;

        Ending ending = Run(Awaiting(Stop), "1", asked => asked.IsLookUp && asked.Time < 200
            ? Answer.Text(status, string.Empty).RetryAfter(60)
            : Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Null(ending.Error);
        double[] lookUps = [.. Requests.Where(asked => asked.IsLookUp).Select(asked => asked.Time)];
        Assert.All(lookUps.Zip(lookUps.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 60, 75));
    }

    [Fact]
    public void What_is_busy_waits_as_long_as_it_is_told_to()
    {
        Retries = 0;
        int changes = 0;

        Ending ending = Run(Awaiting(Stop), "1", asked =>
            !asked.IsLookUp ? ++changes == 1 ? Answer.Busy().RetryAfter(60) : Answer.Servers(asked, Seen.ShuttingDown)
            : Answer.Servers(asked, changes == 1 ? Seen.Running : Seen.Stopped));

        Assert.Null(ending.Error);
        Assert.True(Changes.Last().Time >= 60);
    }

    /// <summary>A rate limit is about the caller, not about the servers that a request happens to name.</summary>
    /// <param name="isLookUp">Whether a look-up is told to wait, or a change.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_request_that_is_told_to_wait_holds_the_whole_command_back(bool isLookUp)
    {
        double told = 0;
        // The third batch comes when the others are awaited.
        Given[] numbers = [.. Numbers(4), new("5", Time: 8), new("6", Time: 8)];

        var endings = Run(Awaiting(Stop with { BatchSize = 2 }, polling: 1), numbers, asked =>
        {
            bool isTold = told == 0 && asked.IsLookUp == isLookUp && asked.IsAbout(isLookUp ? "1" : "5") && asked.Time > 2.5;
            told = isTold ? asked.Time : told;
            return isTold ? Answer.Throttled().RetryAfter(60)
                : Answer.Servers(asked, asked.IsLookUp && asked.Time > 100 ? Seen.Stopped : Seen.ShuttingDown)
                    with { Latency = asked.IsAbout("3") ? 0.4 : 0 };
        });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.True(told > 0);
        Assert.DoesNotContain(Requests, asked => asked.Time > told && asked.Time < told + 60);
    }

    /// <summary>Two look-ups are under way at once; what the second one is told is no leave to come earlier.</summary>
    [Fact]
    public void The_longer_of_two_times_to_wait_counts()
    {
        Throttle = 2;
        var endings = Run(Awaiting(Stop with { BatchSize = 1 }), [new("1"), new("2", Region: "JPN")], asked =>
            !asked.IsLookUp ? Answer.Servers(asked, Seen.ShuttingDown)
            : asked.Time > 50 ? Answer.Servers(asked, Seen.Stopped)
            : Answer.Throttled().RetryAfter(asked.IsAbout("1") ? 60 : 1) with { Latency = asked.IsAbout("1") ? 0.1 : 0.2 });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.All(Requests.Where(asked => asked.IsLookUp).Skip(2), asked => Assert.InRange(asked.Time, 65, 80));
    }

    [Fact]
    public void A_time_to_wait_beyond_the_limit_does_not_stretch_the_limit()
    {
        Ending ending = Run(Awaiting(Stop, limit: 30), "1", asked => asked.IsLookUp
            ? Answer.Throttled().RetryAfter(60)
            : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.Contains(ending.Error, new[] { "NcpWaitTimeout", "NcpOutcomeUnknown" });
        Assert.InRange(ending.Time, 5, 36);
        Assert.InRange(Requests.Count(asked => asked.IsLookUp), 1, 2);
    }

    /// <summary>A minute is the most that is waited for at once.</summary>
    [Fact]
    public void A_time_to_wait_is_bounded()
    {
        int lookUps = 0;

        Ending ending = Run(Awaiting(Stop), "1", asked => asked.IsLookUp && ++lookUps == 1
            ? Answer.Throttled().RetryAfter(36000)
            : Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Null(ending.Error);
        Assert.InRange(ending.Time, 60, 75);
    }

    /// <summary>The connection is there again, and the first who tries is told that there are too many.</summary>
    [Theory]
    [InlineData(false, 429)]
    [InlineData(true, 429)]
    [InlineData(true, 503)]
    public void A_service_that_comes_back_with_a_rate_limit_costs_no_batch(bool isRead, int status)
    {
        int answers = 0;

        var endings = Run(isRead ? Read : Stop, [new Given("1"), new Given("2", Time: 30)], asked =>
            asked.Time < 29 ? Answer.NobodyListens
            : ++answers == 1 ? Answer.Text(status, string.Empty)
            : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.Equal("NcpConnectionFailed", endings["1"].Error);
        Assert.Null(endings["2"].Error);
    }
}
