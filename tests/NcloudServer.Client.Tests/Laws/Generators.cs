using FsCheck;
using FsCheck.Fluent;

namespace NcloudServer.Tests.Laws;

/// <summary>Scenarios of all sorts, built in layers: servers and settings, then rules, then faults, then outages.</summary>
internal static class Generators
{
    private const int Numbers = 40;

    /// <summary>No faults and no outages: what comes out depends on the servers, the rules and the settings alone.</summary>
    public static Gen<Scenario> Calm(Command command) =>
        from bare in Bare(command)
        from unknown in Gen.Elements(BadNumberRule.RefuseBatch, BadNumberRule.LeaveOut)
        from already in Gen.Elements(All<BadNumberRule>())
        from busy in Gen.Elements(BadNumberRule.RefuseBatch, BadNumberRule.LeaveOut)
        from interrupt in Gen.Elements(All<InterruptEffect>())
        select bare with { Unknown = unknown, Already = already, Busy = busy, Interrupt = interrupt };

    /// <summary>Whatever can happen.</summary>
    public static Gen<Scenario> Any(Command command) =>
        from calm in Calm(command)
        from faults in Gen.SubListOf(All<Fault>().Where(fault => !command.IsUnobservable() || fault is not (Fault.InVain or Fault.Fails)))
        from percent in Gen.Elements(0, 10, 30, 60)
        from happenings in Gen.Elements(0, 0, 10)
        from isDisturbed in Gen.Elements(true, false)
        from outages in Gen.Frequency((2, Gen.Constant(new Outages())), (1, SomeOutages()))
        select calm with { Faults = [.. faults], FaultPercent = percent, HappeningPercent = happenings, IsDisturbedInDoubt = isDisturbed, Outages = outages };

    /// <summary>A single request goes wrong.</summary>
    public static Gen<Scenario> OneFault(Command command, IEnumerable<Fault> faults) =>
        from calm in Calm(command)
        from fault in Gen.Elements(faults)
        from request in Gen.Choose(0, 12)
        from isDisturbed in Gen.Elements(true, false)
        select calm with { Faults = [fault], FaultyRequest = request, IsDisturbedInDoubt = isDisturbed };

    /// <summary>Many servers that have to be waited for, without faults.</summary>
    public static Gen<Scenario> Busy(Command command) =>
        from calm in Calm(command)
        from kinds in Gen.Frequency(
            (2, Gen.Constant(ServerKind.HiddenBusy)),
            (1, Gen.Constant(Plain(command))),
            (1, Gen.Elements(
                ServerKind.SettingUp, ServerKind.Changing, ServerKind.StuckBusy,
                ServerKind.Creating, ServerKind.StuckCreating, ServerKind.HiddenStuck)))
            .ListOf(Numbers)
        select calm with { Kinds = [.. kinds], IsWaiting = true };

    /// <summary>A hundred servers that refuse every change for a while, at any pace of the requests.</summary>
    public static Gen<Scenario> HundredHiddenBusy(double seconds, bool isWaiting) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from latency in Gen.Elements(0.001, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2)
        from spread in Gen.Elements(0, 0.3, 0.9)
        from throttleLimit in Gen.Elements(1, 4, 16)
        select new Scenario
        {
            Command = Command.Stop,
            Input = [.. Enumerable.Range(0, 100).Select(number => (number, 0))],
            Kinds = [.. Enumerable.Repeat(ServerKind.HiddenBusy, 100)],
            Pace = seconds / ModelServer.HiddenUntil,
            IsWaiting = isWaiting,
            WaitTimeout = 900,
            Seed = seed,
            Latency = latency,
            Spread = spread,
            ThrottleLimit = throttleLimit,
        };

    /// <summary>Servers of a region that change, come and go while they are listed.</summary>
    public static Gen<Scenario> ChangingLists() =>
        from rest in RestingLists()
        from kinds in Gen.Frequency(
            (8, Gen.Constant(ServerKind.Running)),
            (1, Gen.Elements(ServerKind.Vanishing, ServerKind.CreatedLater, ServerKind.Creating, ServerKind.Stopping, ServerKind.Booting)))
            .ListOf(rest.Kinds.Count)
        from largestPage in Gen.Elements(0, 3, 10)
        // What shows servers as they were is true of another time.
        from faults in Gen.SubListOf(All<Fault>().Where(fault => fault < Fault.Stale))
        from percent in Gen.Elements(0, 10)
        select rest with { Kinds = [.. kinds], LargestPage = largestPage, Faults = [.. faults], FaultPercent = percent };

    /// <summary>Servers of a region that stay as they are.</summary>
    public static Gen<Scenario> RestingLists() =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(490, 1100)))
        from kinds in Gen.Elements(ServerKind.Running, ServerKind.Stopped, ServerKind.StuckCreating).ListOf(count)
        from longest in Gen.Elements(0, 5, 100, 500)
        from pace in Gen.Elements(0.01, 0.05, 0.2)
        select new Scenario { Command = Command.Read, Seed = seed, Kinds = [.. kinds], LongestList = longest, Pace = pace, Spread = 0.9 };

    private static T[] All<T>() => (T[])Enum.GetValues(typeof(T));

    private static Gen<Scenario> Bare(Command command) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from input in Gen.Choose(0, Numbers - 1).SelectMany(number => Gen.Choose(0, 1).Select(region => (number, region))).ListOf()
        from kinds in Gen.Frequency((6, Gen.Constant(Plain(command))), (4, Gen.Elements(All<ServerKind>()))).ListOf(Numbers)
        from batchSize in Gen.Elements(1, 2, 3, 7, 100)
        from throttleLimit in Gen.Choose(1, 4)
        from retries in Gen.Choose(0, 4)
        from isWaiting in Gen.Elements(true, false)
        from wait in Gen.Elements(8d, 60d)
        from polling in Gen.Elements(1d, 2d, 5d)
        from clockOffset in Gen.Elements(0, -200, 200)
        from latency in Gen.Elements(0.01, 0.05, 0.3)
        from spread in Gen.Elements(0, 0.5)
        // Not so fast that two boots fall into the same second: uptimes would not tell them apart.
        from pace in Gen.Elements(0.3, 1)
        select new Scenario
        {
            Command = command,
            Seed = seed,
            Input = [.. input],
            Kinds = [.. kinds],
            BatchSize = batchSize,
            ThrottleLimit = throttleLimit,
            MaximumRetryCount = retries,
            IsWaiting = command.Target() is not null && (isWaiting || !command.IsChange()),
            WaitTimeout = wait,
            PollingInterval = polling,
            ClockOffset = clockOffset,
            Latency = latency,
            Spread = spread,
            Pace = pace,
        };

    /// <summary>The kind of server that the command is meant for.</summary>
    public static ServerKind Plain(Command command) => command switch
    {
        Command.AwaitStopped => ServerKind.Stopping,
        Command.AwaitRunning => ServerKind.Booting,
        _ => command.Before() == View.Stopped ? ServerKind.Stopped : ServerKind.Running,
    };

    private static Gen<Outages> SomeOutages() =>
        from lookUps in Moment()
        from key in Moment()
        from dead in Moment()
        from deadFor in Gen.Elements(1, 10, Outages.Never)
        from isRegionMissing in Gen.Elements(true, false)
        select new Outages
        {
            LookUpsForbiddenFrom = lookUps,
            KeyExpires = key,
            DeadFrom = dead,
            DeadUntil = dead + deadFor,
            IsRegionMissing = isRegionMissing,
        };

    private static Gen<double> Moment() => Gen.Frequency((3, Gen.Constant(Outages.Never)), (2, Gen.Elements(0, 0.02, 0.5, 2, 6, 15)));
}
