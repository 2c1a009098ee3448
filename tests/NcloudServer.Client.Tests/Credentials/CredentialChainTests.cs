using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Credentials;
using NcloudServer.Http;
using Xunit;

namespace NcloudServer.Tests.Credentials;

public sealed class CredentialChainTests
{
    [Fact]
    public async Task Sources_are_asked_in_their_order_and_the_first_with_a_key_wins()
    {
        var asked = new List<string>();
        using var chain = new CredentialChain(
        [
            new Source("a", _ => Note(asked, "a", null)),
            new Source("b", _ => Note(asked, "b", new AccessKey("B", "x"))),
            new Source("c", _ => Note(asked, "c", new AccessKey("C", "x"))),
        ]);

        Assert.Equal(string.Empty, chain.Source);
        Assert.Equal("B", (await chain.GetAsync(CancellationToken.None)).Id);
        Assert.Equal("b", chain.Source);
        Assert.Equal(["a", "b"], asked);
    }

    [Fact]
    public async Task Half_a_pair_ends_the_search_although_a_later_source_has_a_whole_one()
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_access_key_id=ID\nncloud_secret_access_key=SECRET")
        {
            ["NCLOUD_ACCESS_KEY_ID"] = "ID",
        };
        using CredentialChain chain = here.Settings().Credentials();

        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => chain.GetAsync(CancellationToken.None));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains("NCLOUD_SECRET_ACCESS_KEY is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_at_all_is_an_error_that_lists_every_source_and_what_to_do()
    {
        using var here = new TestEnvironment();
        using CredentialChain chain = here.Settings().Credentials();

        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => chain.GetAsync(CancellationToken.None));

        Assert.Equal(NcpErrorId.NcpCredentialNotFound, exception.Id);
        foreach (string part in new[] { "NCLOUD_ACCESS_KEY_ID", "profile DEFAULT of " + here.Path, here[TestEnvironment.MetadataName]! })
        {
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        }

        Assert.Contains("-Credential", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Set-NcpProfile", exception.RecommendedAction, StringComparison.Ordinal);
    }

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
        var role = new Source("role", _ => Task.FromResult<AccessKey?>(
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

    [Fact]
    public async Task A_key_that_had_expired_when_it_came_is_not_asked_for_before_every_request()
    {
        int questions = 0;
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        using var chain = new CredentialChain(
            [new Source("role", _ => Task.FromResult<AccessKey?>(new AccessKey("K" + ++questions, "x", now.AddHours(-9))))], () => now);

        await chain.GetAsync(CancellationToken.None);
        now = now.AddSeconds(29);
        await chain.GetAsync(CancellationToken.None);
        Assert.Equal(1, questions);

        now = now.AddSeconds(2);
        await chain.GetAsync(CancellationToken.None);
        Assert.Equal(2, questions);
    }

    [Fact]
    public async Task A_source_that_gives_the_same_short_lived_key_is_not_asked_before_every_request()
    {
        int questions = 0;
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        DateTimeOffset end = now.AddMinutes(4);
        using var chain = new CredentialChain(
            [new Source("role", _ => Task.FromResult<AccessKey?>(new AccessKey("K" + ++questions, "x", end)))], () => now);

        await chain.GetAsync(CancellationToken.None);
        now = now.AddSeconds(29);
        await chain.GetAsync(CancellationToken.None);

        Assert.Equal(1, questions);
    }

    [Fact]
    public async Task A_key_that_is_still_good_is_used_on_while_its_source_fails()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        DateTimeOffset end = now.AddMinutes(4);
        bool isUp = true;
        using var chain = new CredentialChain(
            [new Source("role", _ => Task.FromResult(isUp ? new AccessKey("K", "x", end) : null))], () => now);

        await chain.GetAsync(CancellationToken.None);
        isUp = false;
        now = now.AddMinutes(3);
        Assert.Equal("K", (await chain.GetAsync(CancellationToken.None)).Id);

        now = now.AddMinutes(2);
        await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None));
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
            [new Source("role", _ => Task.FromResult<AccessKey?>(new AccessKey("K" + ++questions, "x", end)))], () => now);

        await chain.GetAsync(CancellationToken.None);
        now = now.AddSeconds(secondsLater);
        await chain.GetAsync(CancellationToken.None);

        Assert.Equal(expectedQuestions, questions);
    }

    [Fact]
    public async Task A_key_whose_source_fails_is_used_to_its_end_and_no_longer()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        DateTimeOffset end = now.AddMinutes(4);
        bool isUp = true;
        using var chain = new CredentialChain([new Source("role", _ => Task.FromResult(isUp ? new AccessKey("K", "x", end) : null))], () => now);
        await chain.GetAsync(CancellationToken.None);

        isUp = false;
        now = end.AddTicks(-1);
        Assert.Equal("K", (await chain.GetAsync(CancellationToken.None)).Id);
        now = end;
        await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Many_callers_at_once_cause_one_question()
    {
        int questions = 0;
        var answer = new TaskCompletionSource<AccessKey?>();
        using var chain = new CredentialChain([new Source("slow", _ =>
        {
            Interlocked.Increment(ref questions);
            return answer.Task;
        })]);

        Task<AccessKey>[] callers = Enumerable.Range(0, 20).Select(_ => chain.GetAsync(CancellationToken.None)).ToArray();
        answer.SetResult(new AccessKey("K", "x"));

        Assert.All(await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(30)), key => Assert.Equal("K", key.Id));
        Assert.Equal(1, questions);
    }

    [Fact]
    public async Task A_failure_or_a_cancellation_does_not_block_the_next_caller()
    {
        int questions = 0;
        using var cancellation = new CancellationTokenSource();
        using var chain = new CredentialChain([new Source("source", async token =>
        {
            switch (++questions)
            {
                case 1:
                    throw new NcpConfigurationException(NcpErrorId.NcpCredentialIncomplete, "half", "whole");
                case 2:
                    await Task.Delay(Timeout.Infinite, token);
                    return null;
                default:
                    return new AccessKey("K", "x");
            }
        })]);

        await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None));
        Task<AccessKey> second = chain.GetAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        Assert.Equal("K", (await chain.GetAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30))).Id);
    }

    private static Task<AccessKey?> Note(List<string> asked, string name, AccessKey? key)
    {
        asked.Add(name);
        return Task.FromResult(key);
    }

    private sealed class Source(string description, Func<CancellationToken, Task<AccessKey?>> find) : IAccessKeySource
    {
        public string Description => description;

        public Task<AccessKey?> FindAsync(CancellationToken cancellationToken) => find(cancellationToken);
    }
}
