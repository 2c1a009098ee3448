using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class ConnectionBreakerTests
{
    private readonly ConnectionBreaker _breaker;
    private TimeSpan _now;

    public ConnectionBreakerTests() => _breaker = new ConnectionBreaker(() => _now);

    [Fact]
    public async Task A_call_that_found_no_connection_answers_for_those_that_follow()
    {
        NcpConnectionException failure = Failure(FailureKind.Transient);
        Assert.False(await EnterAsync());
        _breaker.OnFailure(failure, TimeSpan.Zero);

        Assert.Same(failure, await Assert.ThrowsAsync<NcpConnectionException>(EnterAsync));
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(5, 10)]
    [InlineData(60, 30)]
    public async Task The_rest_is_as_long_as_the_failure_took_within_bounds(double duration, double rest)
    {
        _breaker.OnFailure(Failure(FailureKind.NotExecuted), TimeSpan.FromSeconds(duration));

        _now += TimeSpan.FromSeconds(0.9 * rest);
        await Assert.ThrowsAsync<NcpConnectionException>(EnterAsync);
        _now += TimeSpan.FromSeconds(0.1 * rest);
        Assert.True(await EnterAsync());
    }

    [Fact]
    public async Task A_failure_that_was_only_shared_does_not_shorten_the_rest()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.FromSeconds(15));
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);

        _now += TimeSpan.FromSeconds(29);
        await Assert.ThrowsAsync<NcpConnectionException>(EnterAsync);
    }

    [Fact]
    public async Task Calls_that_come_during_a_trial_wait_for_what_it_finds()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);
        _now += TimeSpan.FromSeconds(1);
        Assert.True(await EnterAsync());

        Task<bool> luckier = EnterAsync();
        Assert.False(luckier.IsCompleted);
        _breaker.OnResponse();

        Assert.False(await luckier);
    }

    [Fact]
    public async Task A_trial_that_fails_fails_those_that_waited_for_it()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);
        _now += TimeSpan.FromSeconds(1);
        await EnterAsync();
        Task<bool> waiting = EnterAsync();
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);

        await Assert.ThrowsAsync<NcpConnectionException>(() => waiting);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_trial()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);
        _now += TimeSpan.FromSeconds(1);
        await EnterAsync();
        using var cancellation = new CancellationTokenSource();
        Task<bool> waiting = _breaker.EnterAsync(cancellation.Token);
        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task The_first_reply_ends_it()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);
        _breaker.OnResponse();

        Assert.False(await EnterAsync());
    }

    [Fact]
    public async Task A_connection_that_broke_was_one()
    {
        _breaker.OnFailure(Failure(FailureKind.Indeterminate), TimeSpan.Zero);

        Assert.False(await EnterAsync());
    }

    private Task<bool> EnterAsync() => _breaker.EnterAsync(CancellationToken.None);

    private static NcpConnectionException Failure(FailureKind kind) =>
        new(NcpErrorId.NcpConnectionFailed, "nobody listens", "check it", innerException: null) { Kind = kind };
}
