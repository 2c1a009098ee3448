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
