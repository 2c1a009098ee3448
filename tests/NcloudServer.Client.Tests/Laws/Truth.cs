namespace NcloudServer.Tests.Laws;

/// <summary>What can truly be said of a number, from what the service did and showed.</summary>
internal static class Truth
{
    // Uptimes and the times of responses come in whole seconds, cut off.
    private const double ClockTolerance = 2;

    private const int UntilGone = 3;

    /// <summary>What the service showed of the server last; missing where a look-up for it did not list it.</summary>
    public static View? LastShown(this Run run, Result result)
    {
        View? last = null;
        int forgotten = 0;
        foreach (SeenRequest request in run.HistoryOf(result))
        {
            bool isShown = request.Shown.TryGetValue(result.Number, out View view);
            forgotten = isShown ? 0 : forgotten + (request.Forgotten == result.Number ? 1 : 0);
            // A server that was never there is not there; one that was, has to stay away.
            bool isMissing = request.Gone.Contains(result.Number) || forgotten >= (last is null ? 1 : UntilGone);
            last = isShown ? view : isMissing ? View.Missing : last;
        }

        return last;
    }

    public static IEnumerable<SeenRequest> HistoryOf(this Run run, Result result) => run.Histories[(result.Region, result.Number)];

    /// <summary>The changes for the number whose responses do not name it, and which may have been carried out all the same.</summary>
    public static IEnumerable<SeenRequest> DoubtsAbout(this Run run, Result result) =>
        run.HistoryOf(result).Where(request => request is { IsLookUp: false, MayBeDone: true } && !request.Shown.ContainsKey(result.Number));

    /// <summary>Whether a response that could be read named the server as one that is acted on.</summary>
    public static bool WasAccepted(this Run run, Result result) =>
        run.HistoryOf(result).Any(request => request is { IsLookUp: false, IsAnswered: true } && request.Shown.ContainsKey(result.Number));

    public static bool WasDone(this Run run, Result result) => run.Scenario.Command switch
    {
        Command.Restart => (!run.Scenario.IsWaiting && run.WasAccepted(result)) || run.HasShownRestart(result),
        Command.Interrupt => run.Done(result) > 0,
        _ => true,
    };

    public static void IsSuccess(Run run, Result result)
    {
        Assert.Equal(result.Number, result.Text);
        bool isReached = (!run.Scenario.IsWaiting && run.WasAccepted(result))
            || (run.LastShown(result) is { } view && run.Scenario.Command.IsReachedBy(view, run.Scenario.IsWaiting));
        Assert.True(isReached && run.WasDone(result), $"{result.Name} is reported as done; {run.Facts(result)}.");
    }

    public static void IsFailure(Run run, Result result)
    {
        bool isTrue = result.Error switch
        {
            NcpErrorId.NcpOutcomeUnknown => run.HistoryOf(result).Any(request => request is { IsLookUp: false, MayBeDone: true }),
            NcpErrorId.NcpWaitTimeout => run.Scenario.IsWaiting && run.HasWaitedEnough(result),
            NcpErrorId.NcpServerInstanceBusy => run.IsUndone(result) && (!run.Scenario.IsWaiting || run.HasWaitedEnough(result)),
            NcpErrorId.NcpServerInstanceNotFound => run.LastShown(result) is { IsMissing: true },
            NcpErrorId.NcpServerInstanceStateInvalid => run.IsUndone(result) && run.IsRuledOut(result),
            _ when result.HasServerFailed => run.LastShown(result) is { HasFailed: true } or { IsAtRest: true },
            _ => run.IsUndone(result),
        };
        Assert.True(isTrue, $"{result.Name} is reported as {result.Error}; {run.Facts(result)}.");
    }

    private static string Facts(this Run run, Result result) =>
        $"it was last shown {run.LastShown(result)?.ToString() ?? "never"}, and acted on {run.Done(result)} times";

    // What passes by itself rules nothing out.
    private static bool IsRuledOut(this Run run, Result result) => run.LastShown(result) is { } view
        && (view.Operation == "TERMT" || (view.Status == "NSTOP" && run.Scenario.Command is Command.Restart or Command.Interrupt));

    private static bool HasWaitedEnough(this Run run, Result result) =>
        result.Time >= run.HistoryOf(result).First().Time + run.Scenario.WaitTimeout - 0.01;

    // Where a look-up showed what is no longer so, or somebody else came in between, nobody can know what was done before.
    private static bool IsUndone(this Run run, Result result) => run.Done(result) == 0
        || run.HasSuffered(result) || run.HistoryOf(result).Any(request => request.IsOld);

    // A restart that somebody else began counts. A boot after a restart whose response was lost counts too: nobody can tell whose it was.
    private static bool HasShownRestart(this Run run, Result result)
    {
        SeenRequest[] history = run.HistoryOf(result).ToArray();
        double begin = history[0].Time - ClockTolerance;
        return history.Where(request => request.IsLookUp).Any(lookUp =>
            (lookUp.Shown.TryGetValue(result.Number, out View view) && view.Operation is "RESTA" or "HREST")
            || (lookUp.Boots.TryGetValue(result.Number, out double boot) && boot >= begin));
    }

    /// <summary>Looks at the requests of a number in their order.</summary>
    /// <returns>Whether the number is in doubt at the end, because a response was lost and no look-up has told since what became of it.</returns>
    public static bool IsLeftInDoubt(Run run, Result result)
    {
        bool isOpen = false;
        bool isLost = false;
        bool isAccepted = false;
        foreach (SeenRequest request in run.HistoryOf(result))
        {
            bool isShown = request.Shown.TryGetValue(result.Number, out View view);
            if (request.IsLookUp)
            {
                isOpen &= !((isShown || request.Gone.Contains(result.Number) || request.Forgotten == result.Number)
                    && run.Scenario.Command.IsAnsweredBy(isShown ? view : View.Missing));
                isLost &= isOpen;
                continue;
            }

            Assert.False(isOpen, $"{result.Name} was sent again at {request.Time:0.00} s; no look-up had told what had become of it.");
            Assert.False(isAccepted, $"{result.Name} was sent again at {request.Time:0.00} s, after it had been accepted.");
            isAccepted = isShown;
            isOpen = request.MayBeDone && !isShown;
            isLost = isOpen && !request.IsAnswered;
        }

        return isLost;
    }
}
