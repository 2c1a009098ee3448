using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class RetryPolicyTests
{
    [Fact]
    public async Task The_pause_that_is_used_in_earnest_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();

        Task waiting = new RetryPolicy(3).WaitAsync(TimeSpan.FromMinutes(1), cancellation.Token);
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_pause_doubles_with_jitter_of_a_fifth_and_never_exceeds_a_minute()
    {
        for (int retry = 0; retry <= 20; retry++)
        {
            TimeSpan[] pauses = Enumerable.Range(0, 200).Select(_ => new RetryPolicy(3).Pause(retry)).ToArray();

            Assert.All(pauses, pause => AssertBackOff(retry, pause));
            // Clients that all wait equally long would all come back together.
            Assert.True(pauses.Distinct().Count() > 10, $"no jitter before repeat {retry}");
        }
    }

    [Theory]
    [InlineData(0, 7, 7)]
    [InlineData(0, 60, 60)]
    [InlineData(0, 61, 60)]
    [InlineData(20, 61, 60)]
    public void A_longer_pause_that_the_service_asks_for_is_taken_up_to_a_minute(int retry, int asked, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), new RetryPolicy(3).Pause(retry, TimeSpan.FromSeconds(asked)));

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void A_shorter_pause_than_the_back_off_is_not_taken(int asked) =>
        AssertBackOff(2, new RetryPolicy(3).Pause(2, TimeSpan.FromSeconds(asked)));

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.5, 1)]
    [InlineData(1, 1.2)]
    public async Task The_jitter_and_the_waiting_are_those_that_were_given(double chance, double expected)
    {
        var waited = new List<TimeSpan>();
        var policy = new RetryPolicy(3, (pause, _) => Wait(pause), () => chance);

        await policy.WaitAsync(policy.Pause(0), CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(expected)], waited);

        Task Wait(TimeSpan pause)
        {
            waited.Add(pause);
            return Task.CompletedTask;
        }
    }

    internal static void AssertBackOff(int retry, TimeSpan pause)
    {
        double seconds = Math.Pow(2, Math.Min(retry, 6));
        Assert.InRange(pause.TotalSeconds, Math.Min(seconds * 0.8, 60), Math.Min(seconds * 1.2, 60));
    }
}
