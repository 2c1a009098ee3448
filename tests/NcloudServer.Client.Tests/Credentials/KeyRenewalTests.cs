using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>When a key that expires is asked for again.</summary>
public sealed class KeyRenewalTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(3600, 1)]
    [InlineData(60, 3)]
    [InlineData(0, 3)]
    [InlineData(-3600, 3)]
    public async Task A_key_is_kept_until_shortly_before_it_expires(int? secondsLeft, int expectedQuestions)
    {
        int questions = 0;
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        var role = new FakeKeySource("role", _ => Task.FromResult<AccessKey?>(
            new AccessKey("K" + ++questions, "x", secondsLeft is { } left ? now.AddSeconds(left) : null)));
        using var chain = new CredentialChain([role], () => now);

        var ids = new List<string>();
        for (int i = 0; i < 3; i++)
        {
            ids.Add((await chain.GetAsync(CancellationToken.None)).Id);
            now = now.AddSeconds(31);
        }

        Assert.Equal(expectedQuestions, questions);
        Assert.Equal("K" + questions, ids[^1]);
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(0)]
    public async Task A_key_that_had_expired_when_it_came_is_not_asked_for_before_every_request(int hoursLeft)
    {
        int questions = 0;
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        using var chain = new CredentialChain(
            [new FakeKeySource("role", _ => Task.FromResult<AccessKey?>(new AccessKey("K" + ++questions, "x", now.AddHours(hoursLeft))))],
            () => now);

        await chain.GetAsync(CancellationToken.None);
        now = now.AddSeconds(29);
        await chain.GetAsync(CancellationToken.None);
        Assert.Equal(1, questions);

        now = now.AddSeconds(2);
        await chain.GetAsync(CancellationToken.None);
        Assert.Equal(2, questions);
    }

    [Theory]
    [InlineData(330, 30, 2)]
    [InlineData(331, 30, 1)]
    [InlineData(240, 29, 1)]
    [InlineData(240, 30, 2)]
    [InlineData(20, 19, 1)]
    [InlineData(20, 20, 2)]
    public async Task A_key_is_renewed_in_its_last_five_minutes_every_half_minute_and_at_its_end(
        int lifetime, int secondsLater, int expectedQuestions)
    {
        int questions = 0;
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        DateTimeOffset end = now.AddSeconds(lifetime);
        using var chain = new CredentialChain(
            [new FakeKeySource("role", _ => Task.FromResult<AccessKey?>(new AccessKey("K" + ++questions, "x", end)))], () => now);

        await chain.GetAsync(CancellationToken.None);
        now = now.AddSeconds(secondsLater);
        await chain.GetAsync(CancellationToken.None);

        Assert.Equal(expectedQuestions, questions);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(0.001, 0)]
    public async Task A_key_whose_source_fails_is_used_to_its_end_and_no_longer(double secondsBeforeTheEnd, double secondsAfterIt)
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        DateTimeOffset end = now.AddMinutes(4);
        bool isUp = true;
        using var chain = new CredentialChain(
            [new FakeKeySource("role", _ => Task.FromResult(isUp ? new AccessKey("K", "x", end) : null))], () => now);
        await chain.GetAsync(CancellationToken.None);

        isUp = false;
        now = end.AddSeconds(-secondsBeforeTheEnd);
        Assert.Equal("K", (await chain.GetAsync(CancellationToken.None)).Id);
        now = end.AddSeconds(secondsAfterIt);
        await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None));
    }
}
