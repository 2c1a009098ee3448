namespace NcloudServer.Tests.Laws;

/// <summary>One way for a request or its reply to go wrong.</summary>
public enum Fault
{
    None,
    ConnectionRefused,
    CutBeforeWork,
    CutAfterWork,
    TruncatedAfterWork,
    EmptyAfterWork,
    Throttled,
    UnavailableBeforeWork,
    TimedOutAfterWork,
    UnexpectedAfterWork,
    ForeignPage,
    FailureWithStatus200,
    StrangersInReply,
    TwiceInReply,
    LeftOutAfterWork,
    LeftOutBeforeWork,

    /// <summary>The reply announces one server more than it lists.</summary>
    TotalTooHigh,

    /// <summary>The reply's list is an object.</summary>
    ListIsObject,

    /// <summary>The reply says of what it is the reply, and nothing else.</summary>
    EmptyEnvelope,
}
