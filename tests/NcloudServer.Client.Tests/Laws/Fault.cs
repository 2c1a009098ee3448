namespace NcloudServer.Tests.Laws;

/// <summary>One way for a request or its response to go another way than the plain one.</summary>
public enum Fault
{
    None,
    ConnectionRefused,
    CutBeforeWork,
    CutAfterWork,

    /// <summary>No response comes within the time that a request may take.</summary>
    HangsAfterWork,

    /// <summary>The response comes after the time limit of a wait.</summary>
    SlowAfterWork,

    /// <summary>The response comes after that to the next request.</summary>
    Overtaken,
    TruncatedAfterWork,
    EmptyAfterWork,
    Throttled,
    ThrottledWithDelay,
    BusyWithDelay,
    BusyWithoutReason,
    RefusedWithoutReason,
    TooLarge,
    Unauthenticated,
    Denied,
    Forbidden,
    NotFound,
    UnavailableBeforeWork,
    UnavailableAfterWork,
    TimedOutAfterWork,
    UnexpectedAfterWork,
    ForeignPage,
    FailureWithStatus200,
    StrangersInResponse,
    TwiceInResponse,
    LeftOutAfterWork,
    LeftOutBeforeWork,

    /// <summary>The response announces one server more than it lists.</summary>
    TotalTooHigh,

    /// <summary>The first server is left out of the list as if it were not there: the list is whole.</summary>
    ForgetsOne,

    /// <summary>The response's list is an object.</summary>
    ListIsObject,

    /// <summary>The response says of what it is the response, and nothing else.</summary>
    EmptyEnvelope,

    /// <summary>The servers are shown as they were some time ago.</summary>
    Stale,

    /// <summary>The response has the zero of a clock that was never set, and its servers have no uptime.</summary>
    ZeroDate,

    /// <summary>The action is accepted and shown as under way, but never begins.</summary>
    InVain,

    /// <summary>The action begins and fails.</summary>
    Fails,

    /// <summary>From now on, the first server of the request is refused, for no visible reason.</summary>
    RefusesOne,

    /// <summary>For some time, the first server of the request is busy, for no visible reason.</summary>
    OneIsBusy,

    /// <summary>From now on, every look-up that names the first server of the request is refused.</summary>
    OneIsUnreadable,

    /// <summary>From now on, a request takes one number.</summary>
    TakesOne,

    /// <summary>From now on, a list holds one server, with a page or without.</summary>
    CapsLists,

    /// <summary>From now on, look-ups show the servers as they were some time ago.</summary>
    Lags,

    /// <summary>This request and the next two of the region find nothing there.</summary>
    NotFoundForAWhile,

    /// <summary>This request and the next two find nobody who listens.</summary>
    RefusesConnections,

    /// <summary>From now on, look-ups are forbidden.</summary>
    ForbidsLookUps,
}
