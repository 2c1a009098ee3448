namespace NcloudServer.Tests.Laws;

/// <summary>What can succeed does succeed: neither another number nor a fault that passes keeps it from that.</summary>
public sealed class SuccessLawTests
{
    private const int Runs = 400;
    private const double PatientWait = 120;

    private static readonly Fault[] s_neverSent = [Fault.ConnectionRefused, Fault.Throttled];

    private static readonly Fault[] s_passing = ((Fault[])Enum.GetValues(typeof(Fault))).Where(fault => !fault.Lasts()).ToArray();

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task What_can_succeed_does_succeed_whatever_the_other_numbers_are(Command command) =>
        Law.Holds(Generators.Calm(command), Runs, AllSucceedThatCan, Patiently);

    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task One_fault_that_passes_costs_no_success(Command command) => Law.Holds(
        // Nobody can see whether an interrupt was carried out.
        Generators.OneFault(command, command.IsUnobservable() ? s_neverSent : s_passing),
        Runs,
        AllSucceedThatCan,
        Persistently);

    /// <summary>Nothing listens for a time that is shorter than that of the repeats.</summary>
    [Theory]
    [MemberData(nameof(Commands.All), MemberType = typeof(Commands))]
    public Task An_endpoint_that_comes_back_in_time_costs_no_success(Command command) => Law.Holds(
        Generators.Calm(command),
        Runs,
        AllSucceedThatCan,
        scenario =>
        {
            Scenario persistent = Persistently(scenario);
            double begin = scenario.Seed % 5;
            return persistent with { Outages = new Outages { DeadFrom = begin, DeadUntil = begin + (0.9 * ShortestPatience(persistent)) } };
        });

    private static Scenario Patiently(Scenario scenario) => scenario with { WaitTimeout = PatientWait };

    private static Scenario Persistently(Scenario scenario) => Patiently(scenario) with
    {
        MaximumRetryCount = Math.Max(2, scenario.MaximumRetryCount),
        IsWaiting = scenario.Command.Target() is not null,
    };

    internal static void AllSucceedThatCan(Run run)
    {
        foreach (Result result in run.Results.Where(result => CanSucceed(run.Scenario, run.KindOf(result))))
        {
            Assert.True(
                result.IsSuccess || HasChangedBeforeTheLookUp(run, result) || HasGone(run, result) || HasBootedByItself(run, result),
                $"{result.Name} could succeed; it is reported as {result.Error}.");
        }
    }

    /// <summary>
    /// Whether the server changed by itself in the very time between the rejection of it alone and the first look-up afterwards:
    /// what the service said was true when it said it, and the look-up can't show that it no longer is.
    /// </summary>
    private static bool HasChangedBeforeTheLookUp(Run run, Result result)
    {
        SeenRequest[] history = run.HistoryOf(result).ToArray();
        int last = Array.FindLastIndex(history, request => !request.IsLookUp);
        return result.Error == NcpErrorId.NcpRequestRefused && last >= 0 && history[last].Numbers.Count == 1
            && history.Skip(last).FirstOrDefault(request => request is { IsLookUp: true, IsAnswered: true }) is { } lookUp
            && run.Service.Server(result.Region, result.Number).Between(history[last].Time, lookUp.Time).Count > 1;
    }

    // Nobody can tell a boot in the very seconds of a request in doubt from one that was under way before it.
    private static bool HasBootedByItself(Run run, Result result) => result.Error == NcpErrorId.NcpOutcomeUnknown
        && run.Scenario.Command == Command.Restart && run.KindOf(result) is (ServerKind.Rebooting or ServerKind.Booting);

    // Nobody can tell a server that went with its lost response from one that never was.
    private static bool HasGone(Run run, Result result) =>
        result.Error == NcpErrorId.NcpServerInstanceNotFound && run.KindOf(result) == ServerKind.GoneOnceStopped && run.Done(result) > 0;

    private static bool CanSucceed(Scenario scenario, ServerKind kind)
    {
        double? ready = ReadyAt(scenario, kind) * scenario.Pace;
        // An interrupt that the response does not name may have been carried out: it is not repeated.
        bool isLeftOut = scenario.Command.IsUnobservable()
            && (scenario.Busy == BadNumberRule.LeaveOut || scenario.Unknown == BadNumberRule.LeaveOut);
        return ready == 0 || (ready is { } time && !isLeftOut && (scenario.IsWaiting || time <= ShortestPatience(scenario)));
    }

    // Repeated after 1, 2, 4 … seconds, each up to a fifth shorter.
    private static double ShortestPatience(Scenario scenario) => 0.8 * (Math.Pow(2, scenario.MaximumRetryCount) - 1);

    /// <summary>From when on at the latest the action can be carried out or has nothing left to do; null for never, or perhaps.</summary>
    private static double? ReadyAt(Scenario scenario, ServerKind kind) => (scenario.Command, kind) switch
    {
        (_, ServerKind.Missing or ServerKind.Poison or ServerKind.Vanishing or ServerKind.CreatedLater) => null,
        (Command.Read, ServerKind.Unreadable) => null,
        (Command.Read, _) => 0,
        (_, ServerKind.Failed or ServerKind.UnknownStatus) => null,
        (Command.AwaitStopped, ServerKind.Stopped) => 0,
        (Command.AwaitStopped, ServerKind.Stopping) => ModelServer.Duration,
        (Command.AwaitStopped, _) => null,
        (_, ServerKind.Unreadable) => scenario.IsWaiting ? null : 0,
        (_, ServerKind.StuckBusy or ServerKind.StuckCreating) => null,
        (Command.AwaitRunning, ServerKind.HiddenStuck or ServerKind.HiddenBusy or ServerKind.RefusedWithoutReason) => 0,
        (_, ServerKind.HiddenStuck or ServerKind.RefusedWithoutReason) => null,
        (Command.Restart or Command.Interrupt or Command.AwaitRunning, ServerKind.Stopped or ServerKind.Stopping) => null,
        (Command.Start, ServerKind.Booting or ServerKind.Rebooting) => 0,
        (Command.Stop, ServerKind.Stopping) => 0,
        (Command.Restart, ServerKind.Rebooting) => 0,
        (_, ServerKind.Stopping or ServerKind.Booting or ServerKind.Rebooting) => ModelServer.Duration,
        (_, ServerKind.SettingUp) => 3,
        (_, ServerKind.UnknownOperation) => 4,
        (_, ServerKind.Creating) => 8,
        (_, ServerKind.HiddenBusy or ServerKind.ChangedLater) => 10,
        (_, ServerKind.Changing) => 12,
        _ => 0,
    };
}
