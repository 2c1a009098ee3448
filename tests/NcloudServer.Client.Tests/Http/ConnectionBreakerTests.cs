using System;
using NcloudServer.Failures;
using NcloudServer.Http;
using Xunit;

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
        _breaker.OnFailure(failure);

        Assert.Same(failure, Assert.Throws<NcpConnectionException>(() => _breaker.Enter()));
    }

    [Fact]
    public void After_a_rest_one_call_at_a_time_tries_again()
    {
        _breaker.OnFailure(Failure(FailureKind.NotExecuted));
        _now += ConnectionBreaker.Rest;

        Assert.True(_breaker.Enter());
        Assert.Throws<NcpConnectionException>(() => _breaker.Enter());
    }

    [Fact]
    public void The_first_reply_ends_it()
    {
        _breaker.OnFailure(Failure(FailureKind.Transient));
        _breaker.OnReply();

        Assert.False(_breaker.Enter());
    }

    [Fact]
    public void A_connection_that_broke_was_one()
    {
        _breaker.OnFailure(Failure(FailureKind.Indeterminate));

        Assert.False(_breaker.Enter());
    }

    private static NcpConnectionException Failure(FailureKind kind) =>
        new(NcpErrorId.NcpConnectionFailed, "nobody listens", "check it", innerException: null) { Kind = kind };
}
