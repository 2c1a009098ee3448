using NcloudServer.Operations;

namespace NcloudServer.Tests.Outcomes;

/// <summary>Clocks that are wrong, step, or say what no clock says.</summary>
public sealed class ClockTests : ScriptedTest
{
    /// <summary>The restart was not carried out; the server came up some minutes before it.</summary>
    [Theory]
    [InlineData(240)]
    [InlineData(-240)]
    [InlineData(3600)]
    public void A_clock_that_steps_makes_no_boot_before_a_restart_its_doing(int seconds)
    {
        ClockError = time => TimeSpan.FromSeconds(time < 0.5 ? 0 : seconds);

        Ending ending = Run(Restart, "1", asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running with { Uptime = ScriptedService.At(-120) })
            : Answer.TimedOut());

        Assert.NotNull(ending.Error);
    }

    [Theory]
    [InlineData(240)]
    [InlineData(-240)]
    [InlineData(-3600)]
    public void A_clock_that_steps_hides_no_boot_after_a_restart(int seconds)
    {
        ClockError = time => TimeSpan.FromSeconds(time < 0.5 ? 0 : seconds);

        Ending ending = Run(Restart, "1", asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running with { Uptime = ScriptedService.At(1) })
            : Answer.TimedOut());

        Assert.Null(ending.Error);
        Assert.Single(Changes);
    }

    /// <summary>The computer's clock is wrong from the beginning, as far as the service lets it be, and nothing has told by how much.</summary>
    [Theory]
    [InlineData(-240)]
    [InlineData(240)]
    public void A_clock_that_is_wrong_makes_no_boot_before_a_restart_its_doing(int seconds)
    {
        ClockError = _ => TimeSpan.FromSeconds(seconds);

        Ending ending = Run(Restart, "1", asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running with { Uptime = ScriptedService.At(-120) })
            : Answer.TimedOut());

        Assert.NotNull(ending.Error);
    }

    /// <summary>Somebody else restarts the server while the request pauses; then a proxy's page comes instead of the service's response.</summary>
    [Theory]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("")]
    [InlineData("""{"rebootServerInstancesResponse":{}}""")]
    [InlineData("""{"error":{"errorCode":"500","message":"Endpoint Error"}}""")]
    public void A_boot_during_the_pause_before_a_request_is_not_its_doing(string body)
    {
        int changes = 0;

        Ending ending = Run(Restart, "1", asked =>
            asked.IsLookUp ? Answer.Servers(asked, Seen.Running with { Uptime = ScriptedService.At(15) })
            : ++changes == 1 ? Answer.Throttled().RetryAfter(30)
            : Answer.Text(200, body));

        Assert.Equal("NcpOutcomeUnknown", ending.Error);
        Assert.Equal(2, changes);
    }

    /// <summary>The service's clock is 0.9 s ahead, and all that it tells is cut to the second: the boot was at 0.3, the request came at 0.9.</summary>
    [Fact]
    public void A_boot_in_the_second_of_a_restart_but_before_it_is_not_its_doing()
    {
        Ending ending = Run(Restart, "1", asked => (asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running with { Uptime = ScriptedService.At(0) })
            : Answer.TimedOut()) with { Date = ScriptedService.At(Math.Floor(asked.Time + 0.9)) });

        Assert.Equal("NcpOutcomeUnknown", ending.Error);
        Assert.Single(Changes);
    }

    [Fact]
    public void A_wait_lasts_as_long_whatever_the_clock_says()
    {
        ClockError = time => TimeSpan.FromHours(time < 20 ? 0 : time < 40 ? 5 : -5);

        Ending ending = Run(Awaiting(Stop, limit: 60), "1", asked => Answer.Servers(asked, Seen.ShuttingDown));

        Assert.Equal("NcpWaitTimeout", ending.Error);
        Assert.InRange(ending.Time, 60, 66);
    }

    /// <summary>A response from Go's zero time, or from the end of all: no arithmetic may fail with it.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(9999, false)]
    [InlineData(1, true)]
    [InlineData(9999, true)]
    public void A_date_that_no_clock_shows_ends_no_operation(int year, bool isAwaited)
    {
        Throttle = 1;
        DateTimeOffset date = year == 1 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        BatchOptions options = Restart with { BatchSize = 1 };

        var endings = Run(isAwaited ? Awaiting(options, limit: 60) : options, Numbers(4), asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running) with { Date = date }
            : Answer.TimedOut() with { Date = date });

        Assert.All(endings.Values, ending => Assert.Equal("NcpOutcomeUnknown", ending.Error));
        Assert.All(endings.Values, ending => Assert.DoesNotContain("defect", ending.Text));
        Assert.Equal(4, Changes.Count());
    }

    /// <summary>The reader waits for room before it gives the next batch in.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void A_date_that_no_clock_shows_leaves_no_reader_waiting(int year)
    {
        Throttle = 1;
        DateTimeOffset date = year == 1 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;

        var endings = Run(Stop with { BatchSize = 1 }, Numbers(6), asked =>
            Answer.Servers(asked, Seen.ShuttingDown) with { Date = date });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
    }

    /// <summary>The same of a server that says so of its boot.</summary>
    [Theory]
    [InlineData("0001-01-01T00:00:00+0900")]
    [InlineData("0001-01-01T00:00:00+0000")]
    [InlineData("9999-12-31T23:59:59-0900")]
    public void A_boot_that_no_clock_shows_ends_no_operation(string uptime)
    {
        Ending ending = Run(Awaiting(Restart, limit: 60), "1", asked => Answer.Text(200, $$$"""
            {"{{{asked.Action}}}Response":{"returnCode":"0","totalRows":1,"serverInstanceList":[{"serverInstanceNo":"1",
            "serverInstanceStatus":{"code":"RUN"},"serverInstanceOperation":{"code":"NULL"},"uptime":"{{{uptime}}}"}]}}
            """));

        Assert.NotNull(ending.Error);
        Assert.DoesNotContain("defect", ending.Text);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("2147483647")]
    public void A_time_to_ask_again_that_makes_no_sense_is_bounded(string retryAfter)
    {
        int changes = 0;

        Ending ending = Run(Stop, "1", asked =>
        {
            Answer answer = ++changes == 1 ? Answer.Throttled() : Answer.Servers(asked, Seen.ShuttingDown);
            _ = changes == 1 && answer.Message!.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return answer;
        });

        Assert.Null(ending.Error);
        Assert.InRange(ending.Time, 0.1, 75);
    }
}
