namespace NcloudServer.Tests.Laws;

/// <summary>What a fault leaves of a request and its response, and which faults a request can have.</summary>
internal static class Faults
{
    private static readonly Fault[] s_ofAny =
    [
        Fault.ConnectionRefused, Fault.CutAfterWork, Fault.HangsAfterWork, Fault.SlowAfterWork, Fault.Overtaken, Fault.TruncatedAfterWork,
        Fault.Throttled, Fault.ThrottledWithDelay, Fault.RefusedWithoutReason, Fault.Unauthenticated, Fault.Denied, Fault.Forbidden,
        Fault.NotFound, Fault.UnavailableBeforeWork, Fault.ForeignPage, Fault.TooLarge, Fault.ZeroDate, Fault.NotFoundForAWhile,
        Fault.RefusesConnections,
    ];

    private static readonly Fault[] s_ofChanges =
    [
        Fault.CutBeforeWork, Fault.BusyWithDelay, Fault.BusyWithoutReason, Fault.UnavailableAfterWork, Fault.LeftOutAfterWork,
        Fault.LeftOutBeforeWork, Fault.Stale, Fault.InVain, Fault.Fails, Fault.RefusesOne, Fault.OneIsBusy,
    ];

    private static readonly Fault[] s_ofLooks =
        [
            Fault.TotalTooHigh, Fault.ForgetsOne, Fault.StrangersInResponse, Fault.Stale, Fault.Lags, Fault.OneIsUnreadable,
            Fault.ForbidsLookUps,
        ];

    /// <summary>What can come of a request, the plain response first.</summary>
    public static List<Fault> Of(SeenRequest request, Scenario scenario)
    {
        List<Fault> faults = [Fault.None, .. s_ofAny, .. request.IsLookUp ? s_ofLooks : s_ofChanges];
        if (request.Numbers.Count > 1)
        {
            faults.Add(Fault.TakesOne);
            faults.AddRange(request.IsLookUp ? [Fault.CapsLists] : []);
        }

        faults.RemoveAll(fault => fault switch
        {
            Fault.SlowAfterWork => !scenario.IsWaiting,
            Fault.Overtaken => scenario.ThrottleLimit == 1,
            Fault.InVain or Fault.Fails => scenario.Command.IsUnobservable(),
            _ => false,
        });
        return faults;
    }

    /// <summary>The request was not carried out.</summary>
    public static bool IsBeforeWork(this Fault fault) => fault.IsKnownRefusal()
        || fault is Fault.CutBeforeWork or Fault.UnavailableBeforeWork or Fault.ForeignPage;

    /// <summary>The request was not carried out, and its sender knows.</summary>
    public static bool IsKnownRefusal(this Fault fault) => fault is Fault.ConnectionRefused or Fault.Throttled or Fault.FailureWithStatus200
        or Fault.ThrottledWithDelay or Fault.BusyWithDelay or Fault.BusyWithoutReason or Fault.RefusedWithoutReason or Fault.TooLarge
        or Fault.Unauthenticated or Fault.Denied or Fault.Forbidden or Fault.NotFound;

    /// <summary>The servers of the request refuse it, for all that its sender can see.</summary>
    public static bool IsRefusalOfServers(this Fault fault) => fault is Fault.FailureWithStatus200 or Fault.BusyWithDelay
        or Fault.BusyWithoutReason or Fault.RefusedWithoutReason or Fault.NotFound;

    /// <summary>After it, the account may not go on.</summary>
    public static bool IsFatal(this Fault fault) => fault is Fault.Unauthenticated or Fault.Denied or Fault.Forbidden;

    /// <summary>The response is one that says what it should.</summary>
    public static bool IsReadable(this Fault fault) => fault is Fault.None or Fault.StrangersInResponse or Fault.TwiceInResponse
        or Fault.LeftOutAfterWork or Fault.LeftOutBeforeWork or Fault.SlowAfterWork or Fault.Overtaken or Fault.Stale or Fault.ZeroDate
        or Fault.InVain or Fault.Fails or Fault.ForgetsOne;

    /// <summary>A refusal comes through as it is.</summary>
    public static bool LetsRefusalsThrough(this Fault fault) => fault.IsReadable()
        || fault is Fault.TruncatedAfterWork or Fault.TotalTooHigh or Fault.ListIsObject or Fault.EmptyEnvelope;

    /// <summary>It lasts beyond the request, or is about the servers: nobody can be expected to succeed.</summary>
    public static bool Lasts(this Fault fault) => fault is Fault.None or Fault.FailureWithStatus200 or Fault.SlowAfterWork
        or Fault.RefusedWithoutReason or Fault.NotFound or Fault.TooLarge or Fault.InVain or Fault.Fails or Fault.ZeroDate
        or Fault.Stale or Fault.ForgetsOne or Fault.LeftOutBeforeWork or Fault.ForeignPage || fault.IsFatal() || fault >= Fault.RefusesOne;
}
