namespace NcloudServer.Tests.Laws;

/// <summary>What holds in every run, whatever happens in it.</summary>
internal static class PromiseLaws
{
    private const double Grace = 3;
    private const double Rounding = 0.01;
    private const double Moment = 1e-6;
    private const double Soon = 0.2;
    private const int MostLooksAtRest = 4;

    /// <summary>All of them, by their names.</summary>
    public static IReadOnlyList<(string Name, Action<Run> Law)> All { get; } =
    [
        ("no defect", HasNoDefect),
        ("one true outcome", OneOutcomeLawTests.HasOneTrueOutcomeEach),
        ("no doubt is guessed away", DoubtLawTests.NoDoubtIsGuessedAway),
        ("accepted stays accepted", DoubtLawTests.AcceptedStaysAccepted),
        ("harm is done once", DoubtLawTests.IsDoneOnce),
        ("a refusal is final after a look-up", RefusalsAreChecked),
        ("the throttle holds", ThrottleHolds),
        ("out in time", IsOutInTime),
        ("nothing is changed after the time", NothingIsChangedLate),
        ("the service gets its rest", DelayIsKept),
        ("nothing is changed without permission", FatalEnds),
        ("the accepted are looked at", AcceptedAreLookedAt),
        ("a hopeless wait ends", HopelessWaitsEnd),
        ("few requests", FewRequests),
    ];

    public static void HasNoDefect(Run run) => Assert.All(run.Results, result => Assert.True(
        result.IsSuccess || !result.Text.Contains("The module failed"), $"{result.Name} meets a defect: {result.Text}"));

    /// <summary>Without a look-up after the last refusal, it may long be over what was refused.</summary>
    public static void RefusalsAreChecked(Run run)
    {
        foreach (Result result in run.Results.Where(result => result.Error is NcpErrorId.NcpRequestRefused or NcpErrorId.NcpServerInstanceBusy
            or NcpErrorId.NcpServerInstanceStateInvalid or NcpErrorId.NcpServerInstanceNotFound))
        {
            SeenRequest[] history = run.HistoryOf(result).ToArray();
            int last = Array.FindLastIndex(history, request => request is { IsLookUp: false, IsRefused: true });
            bool isChecked = last < 0 || history.Skip(last).Any(request => request.IsLookUp)
                || (run.Scenario.IsWaiting && IsOverBeforeALookUp(run, result, history[last].End))
                // No request is made while no connection can be.
                || run.Service.Requests.Any(request => request.Fault == Fault.ConnectionRefused && request.End >= history[last].Time)
                // What is too long is not about the server.
                || history.Last(request => !request.IsLookUp).Fault == Fault.TooLarge
                || IsAboutRegion(run, history[last])
                || run.Service.Requests.Any(request => request.Fault.IsFatal());
            Assert.True(isChecked, $"{result.Name} is reported as {result.Error}; no look-up came after the refusal.");
        }
    }

    public static void ThrottleHolds(Run run)
    {
        IReadOnlyList<SeenRequest> requests = run.Service.Requests;
        for (int i = 0; i < requests.Count; i++)
        {
            double time = requests[i].Time;
            int atOnce = requests.Take(i + 1).Count(request => request.End > time);
            Assert.True(atOnce <= run.Scenario.ThrottleLimit, $"{atOnce} requests are under way at {time:0.00} s.");
        }
    }

    /// <summary>A change is not cut off, and a computer that sleeps is late. All else takes what is left, and some seconds.</summary>
    public static void IsOutInTime(Run run)
    {
        // A look-up may wait for its turn, and then hang.
        double late = (2 * Grace) + 1 + run.Service.Troubles.Slept + run.Service.Requests.Where(request => !request.IsLookUp)
            .Select(request => Duration(run, request)).Where(duration => duration > 1).Sum();
        foreach (Result result in run.Results.Where(_ => run.Scenario.IsWaiting))
        {
            double limit = run.Deadline(result) + late;
            Assert.True(result.Time <= limit, $"{result.Name} comes out at {result.Time:0.00} s; the limit was {limit:0.00} s.");
        }
    }

    public static void NothingIsChangedLate(Run run)
    {
        foreach (Result result in run.Results.Where(_ => run.Scenario.IsWaiting))
        {
            SeenRequest? late = run.HistoryOf(result).FirstOrDefault(request => !request.IsLookUp && request.Time > run.Deadline(result) + Rounding);
            Assert.True(late is null, $"{result.Name} is sent at {late?.Time:0.00} s; its time was over at {run.Deadline(result):0.00} s.");
        }
    }

    /// <summary>Too many requests are the caller's matter; one that is busy is that server's, and gets its rest where there is time for that.</summary>
    public static void DelayIsKept(Run run)
    {
        foreach (SeenRequest asked in run.Service.Requests.Where(request => request.RetryAfter > 0))
        {
            SeenRequest? early = run.Service.Requests.FirstOrDefault(request =>
                request.Time > asked.End + Moment && request.Time < asked.End + asked.RetryAfter - Rounding
                && (asked.Fault == Fault.ThrottledWithDelay
                    || (run.Scenario.IsWaiting && !asked.IsLookUp && !request.IsLookUp
                        && request.Region == asked.Region && request.Numbers.Intersect(asked.Numbers).Any())));
            Assert.True(early is null, $"At {asked.End:0.00} s the service asks for {asked.RetryAfter} s of rest; at {early?.Time:0.00} s it is asked.");
        }
    }

    public static void FatalEnds(Run run)
    {
        foreach (SeenRequest fatal in run.Service.Requests.Where(request => !request.IsLookUp && request.Fault.IsFatal()))
        {
            SeenRequest? further = run.Service.Requests.FirstOrDefault(request => !request.IsLookUp && request.Time > fatal.End + Moment);
            Assert.True(further is null, $"At {fatal.End:0.00} s the account may not go on; at {further?.Time:0.00} s something is changed.");
        }
    }

    /// <summary>Nothing that was learned of a region is known of those that it has accepted.</summary>
    public static void AcceptedAreLookedAt(Run run)
    {
        foreach (Result result in run.Results.Where(result => result.Error == NcpErrorId.NcpOutcomeUnknown && run.WasAccepted(result)
            && run.Scenario.IsWaiting && result.Time < run.Deadline(result) && !run.Service.Requests.Any(request => request.Fault.IsFatal())))
        {
            SeenRequest last = run.HistoryOf(result).Last();
            bool isLookedAt = (last is { IsLookUp: true, IsAnswered: false } && result.Time <= last.End + Soon)
                || IsOverBeforeALookUp(run, result, last.End);
            Assert.True(isLookedAt, $"{result.Name} was accepted; it is given up without a look-up.");
        }
    }

    public static void HopelessWaitsEnd(Run run)
    {
        foreach (Result result in run.Results.Where(_ => run.Scenario.IsWaiting))
        {
            SeenRequest[] history = run.HistoryOf(result).ToArray();
            var shown = history.Skip(Array.FindLastIndex(history, request => !request.IsLookUp) + 1)
                .Where(request => request is { IsLookUp: true, IsOld: false } && request.Shown.ContainsKey(result.Number))
                .Select(request => (request.End, View: request.Shown[result.Number])).ToList();
            bool wasAccepted = !run.Scenario.Command.IsChange() || run.WasAccepted(result);
            // A list may lag by some look-ups.
            int moving = shown.FindLastIndex(lookUp => !lookUp.View.IsAtRest && !lookUp.View.HasFailed);
            int atRest = shown.Skip(moving + 1).Count(lookUp => !run.Scenario.Command.IsReachedBy(lookUp.View, isWaiting: false));
            bool canEnd = !shown.Any(lookUp => lookUp.View.HasFailed || run.Scenario.Command.IsUnderWay(lookUp.View));
            Assert.True(canEnd || !wasAccepted || atRest <= MostLooksAtRest, $"{result.Name} is looked at {atRest} times while it is at rest elsewhere.");
        }
    }

    /// <summary>Each number may have to be looked for alone, and is looked at once an interval, each time with its repeats.</summary>
    public static void FewRequests(Run run)
    {
        int n = run.Scenario.Input.Count;
        double seconds = run.Scenario.IsWaiting ? run.Scenario.WaitTimeout : 0;
        int intervals = 3 + (int)(seconds / run.Scenario.PollingInterval);
        int bound = (run.Scenario.MaximumRetryCount + 1) * ((3 * n) + 3 + (intervals * (n + 1)));
        Assert.True(run.Service.Requests.Count <= bound, $"{run.Service.Requests.Count} requests for {n} numbers, bound {bound}.");
    }

    /// <summary>When the time of a number is over; what never was in a request has its time still to come.</summary>
    public static double Deadline(this Run run, Result result) =>
        (run.HistoryOf(result).FirstOrDefault()?.Time ?? result.Time) + run.Scenario.WaitTimeout;

    private static double Duration(Run run, SeenRequest request) => Math.Min(request.End, run.Service.Clock.Now) - request.Time;

    // When the time is over, others still take up all that may be under way at once, or the busy one that is asked for all of them has no
    // answer yet, or the service has its rest, or no connection could be made at the end.
    private static bool IsOverBeforeALookUp(Run run, Result result, double from)
    {
        double deadline = run.Deadline(result);
        double longestPause = 1.2 * Math.Pow(2, run.Scenario.MaximumRetryCount);
        SeenRequest[] atTheEnd = run.Service.Requests.Where(request => request.Time < deadline && request.End >= deadline - Rounding).ToArray();
        return from >= deadline - Rounding || atTheEnd.Length >= run.Scenario.ThrottleLimit
            || atTheEnd.Any(request => !request.IsLookUp && request.Region == result.Region)
            || run.Service.Requests.Any(request => request.Fault is Fault.Throttled or Fault.ThrottledWithDelay && request.Time < deadline
                && request.End + Math.Max(request.RetryAfter, longestPause) >= deadline - Rounding)
            || run.Service.Requests.Any(request => request.Fault == Fault.ConnectionRefused && request.End >= from && request.End >= deadline - Soon);
    }

    private static bool IsAboutRegion(Run run, SeenRequest refusal) =>
        (run.Scenario.Outages.IsRegionMissing && refusal.Region == ModelService.Region(1)) || IsNotFound(run, refusal);

    private static bool IsNotFound(Run run, SeenRequest refusal) => refusal.Fault == Fault.NotFound
        && run.Service.Requests.Any(request => request is { IsLookUp: true, Fault: Fault.NotFound } && request.Region == refusal.Region);
}
