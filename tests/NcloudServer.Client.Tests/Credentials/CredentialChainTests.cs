using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

public sealed class CredentialChainTests
{
    [Fact]
    public async Task Sources_are_asked_in_their_order_and_the_first_with_a_key_wins()
    {
        var asked = new List<string>();
        using var chain = new CredentialChain(
        [
            new FakeKeySource("a", _ => Note(asked, "a", null)),
            new FakeKeySource("b", _ => Note(asked, "b", new AccessKey("B", "x"))),
            new FakeKeySource("c", _ => Note(asked, "c", new AccessKey("C", "x"))),
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

    [Fact]
    public async Task Many_callers_at_once_cause_one_question()
    {
        int questions = 0;
        var answer = new TaskCompletionSource<AccessKey?>();
        using var chain = new CredentialChain([new FakeKeySource("slow", _ =>
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
        using var chain = new CredentialChain([new FakeKeySource("source", async token =>
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
}
