namespace NcloudServer.Operations;

/// <summary>What is done next for a number. <see cref="ServerFailures"/> has the failures that it may end with.</summary>
internal enum Step
{
    // The action is sent, or sent again in parts.
    Send,
    Divide,
    LookUp,
    LookUpLater,
    DivideLookUp,

    // One request without numbers tells whether the rejection is about the region or about a server.
    CheckRegion,

    // What the action leads to is seen: done, or awaited from now on.
    Accept,
    Succeed,

    // All that follow end it with a failure.
    FailAsAnswered,
    FailAsUnreadable,
    FailAsNotFound,
    FailAsRuledOut,
    FailAsBusy,
    FailAsLeftOut,
    FailAsTimedOut,
    FailAsStuck,
    FailAsUnknown,
    FailAsUnwatched,
}
