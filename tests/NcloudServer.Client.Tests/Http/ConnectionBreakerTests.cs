using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

public sealed class ConnectionBreakerTests
{
    private readonly ConnectionBreaker _breaker;
    private TimeSpan _now;

    public ConnectionBreakerTests() => _breaker = new ConnectionBreaker(() => _now);

    [Fact]
    public void A_call_that_found_no_connection_answers_for_those_that_follow()
    {
        NcpConnectionException failure = Failure(FailureKind.Transient);
        Assert.False(_breaker.Enter());
        _breaker.OnFailure(failure, TimeSpan.Zero);

        Assert.Same(failure, Assert.Throws<NcpConnectionException>(() => _breaker.Enter()));
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(5, 10)]
    [InlineData(60, 30)]
    public void The_rest_is_as_long_as_the_failure_took_within_bounds(double duration, double rest)
    {
        _breaker.OnFailure(Failure(FailureKind.NotExecuted), TimeSpan.FromSeconds(duration));

        _now += TimeSpan.FromSeconds(0.9 * rest);
        Assert.Throws<NcpConnectionException>(() => _breaker.Enter());
        _now += TimeSpan.FromSeconds(0.1 * rest);
        Assert.True(_breaker.Enter());
    }

    [Fact]
    public void A_failure_that_was_only_shared_does_not_shorten_the_rest()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.FromSeconds(15));
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);

        _now += TimeSpan.FromSeconds(29);
        Assert.Throws<NcpConnectionException>(() => _breaker.Enter());
    }

    [Fact]
    public void The_first_response_ends_it()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient), TimeSpan.Zero);
        _breaker.OnResponse();

        Assert.False(_breaker.Enter());
    }

    [Fact]
    public void A_connection_that_broke_was_one()
    {
        _breaker.OnFailure(Failure(FailureKind.Indeterminate), TimeSpan.Zero);

        Assert.False(_breaker.Enter());
    }

    private static NcpConnectionException Failure(FailureKind kind) =>
        new(NcpErrorId.NcpConnectionFailed, "nobody listens", "check it", innerException: null) { Kind = kind };
}
