namespace NcloudServer.Tests.Wire;

public sealed class FailureReaderDetailTests
{
    [Theory]
    [InlineData(-10 * 60, "10 minutes ahead of")]
    [InlineData(10 * 60, "10 minutes behind")]
    [InlineData(-9 * 3600, "9 hours ahead of")]
    [InlineData(9 * 3600, "9 hours behind")]
    [InlineData(-121, "2 minutes ahead of")]
    [InlineData(121, "2 minutes behind")]
    public void A_refused_key_names_the_clock_where_it_is_off(int serviceIsAheadBySeconds, string expected)
    {
        NcpServiceException refusal = Responses.Refusal(401, Responses.GatewayJson("200"), ServiceDate(serviceIsAheadBySeconds));

        Assert.Contains($"clock is {expected} the service's", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(-5)]
    public void A_refused_key_does_not_blame_a_clock_that_is_off_by_a_minute_at_most(int serviceIsAheadBySeconds) => Assert.DoesNotContain(
        "clock is",
        Responses.Refusal(401, Responses.GatewayJson("200"), ServiceDate(serviceIsAheadBySeconds)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_refused_key_does_not_blame_the_clock_where_the_service_does_not_tell_its_time() =>
        Assert.DoesNotContain("clock is", Responses.Refusal(401, Responses.GatewayJson("200")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    public void A_date_that_can_not_be_read_blames_nothing(string date) =>
        Assert.DoesNotContain(
            "clock is", Responses.Refusal(401, Responses.GatewayJson("200"), ("Date", date)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_other_refusal_blames_the_clock() =>
        Assert.DoesNotContain(
            "clock is", Responses.Refusal(401, Responses.GatewayJson("210"), ServiceDate(-3600)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("86400", 86400)]
    public void The_service_can_ask_for_a_pause_in_seconds(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Responses.Refusal(429, Responses.GatewayJson("410"), ("Retry-After", header)).RetryAfter);

    [Fact]
    public void The_service_can_ask_for_a_pause_until_a_moment() => Assert.Equal(
        TimeSpan.FromSeconds(30),
        Responses.Refusal(429, Responses.GatewayJson("410"), ("Retry-After", Responses.Now.AddSeconds(30).ToString("R"))).RetryAfter);

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void A_pause_that_can_not_be_read_is_none(string header) =>
        Assert.Null(Responses.Refusal(429, Responses.GatewayJson("410"), ("Retry-After", header)).RetryAfter);

    [Fact]
    public void A_service_that_asks_for_no_pause_gets_none() => Assert.Null(Responses.Refusal(429, Responses.GatewayJson("410")).RetryAfter);

    private static (string Name, string Value) ServiceDate(int aheadBySeconds) =>
        ("Date", Responses.Now.AddSeconds(aheadBySeconds).ToString("R"));
}
