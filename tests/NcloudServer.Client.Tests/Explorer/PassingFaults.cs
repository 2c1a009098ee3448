using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Explorer;

/// <summary>One surprise that passes costs no success, where something is repeated at all.</summary>
internal static class PassingFaults
{
    private static readonly Fault[] s_ofAny =
        [Fault.ConnectionRefused, Fault.Throttled, Fault.ThrottledWithDelay, Fault.Overtaken, Fault.BusyWithDelay, Fault.BusyWithoutReason, Fault.TakesOne, Fault.CapsLists];

    // Nobody can see whether an interrupt was carried out.
    private static readonly Fault[] s_ofObservable =
    [
        Fault.CutBeforeWork, Fault.CutAfterWork, Fault.TruncatedAfterWork, Fault.UnavailableBeforeWork, Fault.UnavailableAfterWork,
        Fault.ForeignPage, Fault.TotalTooHigh, Fault.StrangersInResponse, Fault.LeftOutAfterWork, Fault.LeftOutBeforeWork, Fault.ZeroDate,
    ];

    private static readonly Fault[] s_ofAwaited = [Fault.Stale, Fault.Lags, Fault.OneIsBusy];

    public static void CostNoSuccess(Run run, ScriptedFate fate)
    {
        Command command = run.Scenario.Command;
        bool isPassing = fate.Faults.All(fault => s_ofAny.Contains(fault)
                || (!command.IsUnobservable() && s_ofObservable.Contains(fault)) || (run.Scenario.IsWaiting && s_ofAwaited.Contains(fault)))
            && fate.Happenings.All(happening => happening is HappeningKind.ClockBack or HappeningKind.ClockForward);
        if (isPassing && fate.Faults.Count <= (run.Scenario.MaximumRetryCount > 0 ? 1 : 0) && fate.Faults.Count + fate.Happenings.Count <= 1)
        {
            Assert.All(run.Results, result => Assert.True(result.IsSuccess, $"{result.Name} could succeed; it is reported as {result.Error}: {result.Text}"));
        }
    }
}
