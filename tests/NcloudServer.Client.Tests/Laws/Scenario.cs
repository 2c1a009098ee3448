using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace NcloudServer.Tests.Laws;

/// <summary>What a service does with a number in a batch that it can't act on; nobody knows which the real one does.</summary>
public enum BadNumberRule
{
    RefuseBatch,
    LeaveOut,
    Accept,
}

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
}

/// <summary>What kind of server stands behind a number.</summary>
public enum ServerKind
{
    Running,
    Stopped,
    Stopping,
    Busy,
    StuckBusy,
    Creating,
    GoneOnceStopped,
    RefusedWithoutReason,
    Missing,
}

/// <summary>One run: numbers with their servers, the service's rules, its faults, and how the client is set.</summary>
public sealed record Scenario(
    int Seed, IReadOnlyList<(int Number, int Region)> Input, IReadOnlyList<ServerKind> Kinds, BadNumberRule Unknown, BadNumberRule Already,
    BadNumberRule Busy, IReadOnlyList<Fault> Faults, int FaultPercent, int BatchSize, int ThrottleLimit, int MaximumRetryCount, bool IsWaiting, int ClockOffset)
{
    public static Arbitrary<Scenario> Any() => Arb.From(Scenarios());

    /// <summary>No faults: what comes out depends on the servers and the rules alone.</summary>
    public static Arbitrary<Scenario> Calm() => Arb.From(Scenarios().Select(scenario => scenario with { FaultPercent = 0 }));

    private static T[] All<T>() => (T[])System.Enum.GetValues(typeof(T));

    private static Gen<Scenario> Scenarios() =>
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from input in Gen.Choose(0, 39).SelectMany(number => Gen.Choose(0, 1).Select(region => (number, region))).ListOf()
            from kinds in Gen.Frequency(
                (6, Gen.Constant(ServerKind.Running)), (4, Gen.Elements(All<ServerKind>()))).ListOf(40)
            from unknown in Gen.Elements(BadNumberRule.RefuseBatch, BadNumberRule.LeaveOut)
            from already in Gen.Elements(All<BadNumberRule>())
            from busy in Gen.Elements(BadNumberRule.RefuseBatch, BadNumberRule.LeaveOut)
            from chosen in Gen.SubListOf(All<Fault>())
            from percent in Gen.Elements(0, 10, 30, 60)
            from batchSize in Gen.Elements(1, 2, 3, 7, 100)
            from throttleLimit in Gen.Choose(1, 4)
            from retries in Gen.Choose(0, 4)
            from isWaiting in Gen.Elements(true, false)
            from clockOffset in Gen.Elements(0, -200, 200)
            select new Scenario(
                seed, input.ToList(), kinds.ToList(), unknown, already, busy, chosen.ToList(), percent, batchSize, throttleLimit, retries, isWaiting, clockOffset);
}
