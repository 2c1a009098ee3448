using NcloudServer.Operations;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Outcomes;

/// <summary>One time limit for each number, from its first request on; no look-up stretches it by more than some seconds.</summary>
public sealed class DeadlineTests : ScriptedTest
{
    [Fact]
    public void The_time_of_a_number_begins_when_its_first_request_is_sent()
    {
        Throttle = 1;
        var endings = Run(Awaiting(Stop with { BatchSize = 1 }, limit: 3, polling: 1), Numbers(3), asked =>
            Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown)
                with { Latency = asked is { IsLookUp: false } && asked.IsAbout("1") ? 4 : 0.1 });

        Assert.Null(endings["2"].Error);
        Assert.Null(endings["3"].Error);
        Assert.All(["2", "3"], number => Assert.True(About(number, isLookUp: false).Single().Time >= 4));
        Assert.Equal(1, MostAtOnce);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Never_are_more_requests_under_way_than_the_limit_allows(int limit)
    {
        Throttle = limit;
        var endings = Run(Awaiting(Stop with { BatchSize = 1 }, limit: 120), Numbers(20), asked =>
            Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown) with { Latency = 4 });

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.Equal(limit, MostAtOnce);
    }

    /// <summary>The service is asked nothing for a minute, since it said so to the first batch: that is not the second one's time.</summary>
    [Fact]
    public void The_time_that_another_number_makes_a_command_pause_is_not_charged()
    {
        Throttle = 1;
        int changes = 0;

        var endings = Run(Awaiting(Stop with { BatchSize = 1 }, limit: 30), Numbers(2), asked =>
            !asked.IsLookUp && ++changes == 1 ? Answer.Throttled().RetryAfter(60)
            : Answer.Servers(asked, asked.IsLookUp ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Null(endings["2"].Error);
    }

    [Fact]
    public void What_the_last_look_up_shows_counts_although_it_comes_late()
    {
        Ending ending = Run(Awaiting(Stop, limit: 10, polling: 9), "1", asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Stopped) with { Latency = 3 }
            : Answer.Servers(asked, Seen.ShuttingDown));

        Assert.Null(ending.Error);
    }

    [Fact]
    public void The_limit_is_looked_at_however_seldom_else()
    {
        Ending ending = Run(Awaiting(Stop, limit: 10, polling: 60), "1", asked => Answer.Servers(
            asked, asked.Time > 5 ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Null(ending.Error);
        Assert.InRange(ending.Time, 5, 11);
    }

    /// <summary>The time is over when it wakes up; what has become of the servers meanwhile is seen all the same.</summary>
    [Fact]
    public void A_computer_that_slept_looks_once_more()
    {
        Elapsed = time => TimeSpan.FromSeconds(time < 12 ? time : time + 30_000);

        Ending ending = Run(Awaiting(Stop), "1", asked => Answer.Servers(
            asked, asked.IsLookUp && asked.Time > 12 ? Seen.Stopped : Seen.ShuttingDown));

        Assert.Null(ending.Error);
    }

    /// <summary>In real time: each look-up ends only when it is given up. A request may take a minute.</summary>
    [Fact]
    public async Task Look_ups_that_hang_do_not_stretch_the_limit()
    {
        TimeSpan longest = TimeSpan.FromSeconds(45);
        using var service = new HangingService();
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service, waiting: Task.Delay);
        using var operation = new BatchOperation(client.Client, Awaiting(Stop, limit: 1, polling: 1), CancellationToken.None);
        Given[] numbers = Numbers(1200);
        Array.ForEach(numbers, given => operation.Add(given.Number, given.Region));
        operation.Flush();
        DateTimeOffset end = DateTimeOffset.UtcNow + longest;
        int failed = 0;

        await Task.Run(() =>
        {
            while (!operation.IsEmpty && DateTimeOffset.UtcNow < end)
            {
                operation.ResetChanged();
                failed += operation.TryTake() is { Failure: not null } ? 1 : 0;
                operation.WaitForChange(failed == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero, CancellationToken.None);
            }
        });

        Assert.Equal(numbers.Length, failed);
    }

    private sealed class HangingService : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = new Asked(1, 0, request.RequestUri!);
            if (asked.IsLookUp)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Answer.Servers(asked, Seen.ShuttingDown).Message!;
        }
    }
}
