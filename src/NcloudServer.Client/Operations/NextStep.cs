using static NcloudServer.Operations.LookUpResult;
using static NcloudServer.Operations.PendingReason;

namespace NcloudServer.Operations;

/// <summary>
/// Says what comes next for a number: one table for while there is time, and one for when it is over, which sends nothing. Some rows are in
/// both. Of all rows of a table, exactly one fits a situation, so their order means nothing.
/// </summary>
internal static class NextStep
{
    private static readonly PendingReason[] s_undone = [Refused, RefusedAsBusy];
    private static readonly PendingReason[] s_unclear = [InDoubt, LeftOut];
    private static readonly PendingReason[] s_awaited = [Accepted, Awaited];

    private static readonly List<Row>?[,] s_inTime = Table(
    [
        new([New], [None], Step.Send),

        // Only to be read.
        new([Unread], [None, NotListed], Step.LookUp),
        new([Unread], [Unreadable], Step.CheckRegion, s => s.IsLookUpDivisible && s.IsRegionInQuestion),
        new([Unread], [Unreadable], Step.DivideLookUp, s => s.IsLookUpDivisible && !s.IsRegionInQuestion),
        new([Unread], [Unreadable], Step.LookUpLater, s => !s.IsLookUpDivisible && s.MayReadLater),
        new([Unread], [Unreadable], Step.FailAsUnreadable, s => !s.IsLookUpDivisible && !s.MayReadLater),

        // Nothing was carried out, and no other answer is to be had.
        new([TooLarge], [None], Step.Divide, s => !s.IsAlone),
        new([TooLarge], [None], Step.FailAsAnswered, s => s.IsAlone),

        // Rejected: a look-up may explain it; parts find out whom it is about; and a last look-up comes after the last rejection.
        new([Refused], [None], Step.Divide, s => !s.IsAlone && s.IsAfterLookUp),
        new([Refused], [None], Step.LookUp, s => s.IsAlone || !s.IsAfterLookUp),
        new([RefusedAsBusy], [None], Step.LookUpLater, MustPause),
        new([RefusedAsBusy], [None], Step.Divide, s => !MustPause(s) && !s.IsAlone && s.IsAfterLookUp),
        new([RefusedAsBusy], [None], Step.LookUp, s => !MustPause(s) && (s.IsAlone || !s.IsAfterLookUp)),
        new(s_undone, [NotListed], Step.LookUp),
        new(s_undone, [Busy], Step.LookUpLater, s => s.MayPause),
        new(s_undone, [Busy], Step.FailAsBusy, s => !s.MayPause),
        new(s_undone, [Ready, Unclear], Step.Send, s => s.IsAfterPause),
        new(s_undone, [Ready, Unclear], Step.Send, s => !s.IsAfterPause && !s.IsAlone && s.IsExplained),
        new(s_undone, [Ready, Unclear], Step.Divide, s => !s.IsAfterPause && !s.IsAlone && !s.IsExplained),
        new([Refused], [Ready, Unclear], Step.Send, s => !s.IsAfterPause && s.IsAlone && s.MayHavePassed),
        new([Refused], [Ready, Unclear], Step.FailAsAnswered, s => !s.IsAfterPause && s.IsAlone && !s.MayHavePassed),
        new([RefusedAsBusy], [Ready, Unclear], Step.LookUpLater, s => !s.IsAfterPause && s.IsAlone && s.MayPause),
        new([RefusedAsBusy], [Ready, Unclear], Step.FailAsBusy, s => !s.IsAfterPause && s.IsAlone && !s.MayPause),
        new(s_undone, [Unreadable], Step.DivideLookUp, s => (s.IsAfterPause || s.IsAlone) && s.IsLookUpDivisible),
        new(s_undone, [Unreadable], Step.Send, s => s.IsAfterPause && !s.IsLookUpDivisible),
        new(s_undone, [Unreadable], Step.CheckRegion, s => IsUnexplained(s) && s.IsRegionInQuestion),
        new(s_undone, [Unreadable], Step.Divide, s => IsUnexplained(s) && !s.IsRegionInQuestion && !s.IsAlone),
        new([Refused], [Unreadable], Step.FailAsAnswered, s => IsUnexplained(s) && !s.IsRegionInQuestion && s.IsAlone),
        new([RefusedAsBusy], [Unreadable], Step.LookUpLater, s => IsUnexplained(s) && !s.IsRegionInQuestion && s.IsAlone && s.MayPause),
        new([RefusedAsBusy], [Unreadable], Step.FailAsBusy, s => IsUnexplained(s) && !s.IsRegionInQuestion && s.IsAlone && !s.MayPause),

        // It may have been carried out: only a look-up tells, and what can't be seen is never repeated.
        new([InDoubt], [None], Step.LookUpLater, s => s.IsObservable),
        new([InDoubt], [None], Step.FailAsUnknown, s => !s.IsObservable),
        new([LeftOut], [None], Step.LookUp),
        new(s_unclear, [NotListed], Step.LookUp),
        new([InDoubt], [Ready], Step.Divide, s => s.IsObservable && s.IsRepeatDivided),
        new([InDoubt], [Ready], Step.Send, s => s.IsObservable && !s.IsRepeatDivided && s.MayRepeat),
        new([InDoubt], [Ready], Step.FailAsAnswered, s => s.IsObservable && !s.IsRepeatDivided && !s.MayRepeat),
        new([LeftOut], [Ready], Step.Send, s => s.IsObservable && !s.IsLeftOutAgain),
        new([LeftOut], [Ready], Step.FailAsLeftOut, s => s.IsObservable && s.IsLeftOutAgain),
        new(s_unclear, [Busy], Step.LookUpLater, s => s.IsObservable && s.MayPause),
        new([InDoubt], [Busy], Step.FailAsUnknown, s => !(s.IsObservable && s.MayPause)),
        new([LeftOut], [Busy], Step.FailAsUnknown, s => !(s.IsObservable && s.MayPause) && IsNeverKnown(s)),
        new([LeftOut], [Busy], Step.FailAsBusy, s => !(s.IsObservable && s.MayPause) && !IsNeverKnown(s)),
        new(s_unclear, [Unreadable], Step.DivideLookUp, s => s.IsLookUpDivisible),
        new(s_unclear, [Unreadable], Step.FailAsUnknown, s => !s.IsLookUpDivisible),

        // Awaited.
        new(s_awaited, [None, OnItsWay], Step.LookUpLater),
        new(s_awaited, [NotListed], Step.LookUp),
        new(s_awaited, [Unreadable], Step.DivideLookUp, s => s.IsLookUpDivisible),
        new(s_awaited, [Unreadable], Step.LookUpLater, s => !s.IsLookUpDivisible && !s.IsUnwatchable),
        new([Accepted], [Unreadable], Step.FailAsUnwatched, s => !s.IsLookUpDivisible && s.IsUnwatchable),
        new([Awaited], [Unreadable], Step.FailAsUnreadable, s => !s.IsLookUpDivisible && s.IsUnwatchable),

        .. AtAnyTime(),
    ]);

    private static readonly List<Row>?[,] s_overdue = Table(
    [
        new([New, Unread], [None, NotListed], Step.FailAsTimedOut),
        new([Unread], [Unreadable], Step.FailAsUnreadable),
        new([TooLarge], [None], Step.FailAsAnswered),
        new(s_undone, [Busy], Step.FailAsBusy),
        new([RefusedAsBusy], [None, NotListed, Unreadable, Ready, Unclear], Step.FailAsBusy),
        new([Refused], [None, NotListed, Unreadable, Ready, Unclear], Step.FailAsBusy, s => s.HasBeenBusy),
        new([Refused], [None, NotListed, Unreadable, Ready, Unclear], Step.FailAsAnswered, s => !s.HasBeenBusy),
        new(s_unclear, [None, NotListed, Unreadable], Step.FailAsUnknown),
        new([InDoubt], [Ready], Step.FailAsAnswered, s => s.IsObservable),
        new([InDoubt], [Busy], Step.FailAsUnknown),
        new([LeftOut], [Ready], Step.FailAsLeftOut, s => s.IsObservable),
        new([LeftOut], [Busy], Step.FailAsUnknown, IsNeverKnown),
        new([LeftOut], [Busy], Step.FailAsBusy, s => !IsNeverKnown(s)),
        new(s_awaited, [None, NotListed, OnItsWay], Step.FailAsTimedOut),
        new([Accepted], [Unreadable], Step.FailAsUnwatched),
        new([Awaited], [Unreadable], Step.FailAsUnreadable),

        .. AtAnyTime(),
    ]);

    public static Step For(Situation situation, bool isOverdue) =>
        Rows(situation.Reason, situation.Result, isOverdue).First(row => row.Fits(situation)).Step;

    public static IReadOnlyList<Row> Rows(PendingReason reason, LookUpResult result, bool isOverdue) =>
        (isOverdue ? s_overdue : s_inTime)[(int)reason, (int)result] ?? [];

    private static List<Row>?[,] Table(Row[] rows)
    {
        var table = new List<Row>?[(int)Awaited + 1, (int)RuledOut + 1];
        foreach (Row row in rows)
        {
            foreach (PendingReason reason in row.Reasons)
            {
                foreach (LookUpResult result in row.Results)
                    (table[(int)reason, (int)result] ??= []).Add(row);
            }
        }

        return table;
    }

    private static Row[] AtAnyTime() =>
    [
        new([FailedForGood], [None], Step.FailAsAnswered),
        new([Unread], [Read], Step.Succeed),
        new(s_awaited, [Arrived], Step.Succeed),
        new(s_awaited, [Stuck], Step.FailAsStuck),
        new([.. s_undone, .. s_unclear], [EffectSeen], Step.Accept),
        new(s_undone, [RuledOut], Step.FailAsRuledOut),
        new(s_unclear, [Unclear], Step.FailAsUnknown),
        new(s_unclear, [Ready], Step.FailAsUnknown, s => !s.IsObservable),
        new([InDoubt], [RuledOut], Step.FailAsUnknown),
        new([LeftOut], [RuledOut], Step.FailAsUnknown, IsNeverKnown),
        new([LeftOut], [RuledOut], Step.FailAsRuledOut, s => !IsNeverKnown(s)),
        new([Unread, .. s_undone], [Missing], Step.FailAsNotFound),
        new([.. s_unclear, .. s_awaited], [Missing], Step.Succeed, s => s.IsGoneFine),
        new([.. s_unclear, .. s_awaited], [Missing], Step.FailAsNotFound, s => !s.IsGoneFine),
    ];

    // Found busy alone, or told by the service to come back later.
    private static bool MustPause(Situation s) => s.MayPause && ((s.IsAlone && s.IsAfterLookUp) || s.IsAskedToWait);

    // Told apart without look-ups, by parts, and no part of a look-up is left to tell.
    private static bool IsUnexplained(Situation s) => !s.IsAfterPause && !(s.IsAlone && s.IsLookUpDivisible);

    // What was left out of a response that announces it may be under way all the same.
    private static bool IsNeverKnown(Situation s) => !s.IsObservable || s.IsCut;

    /// <summary>What comes next for some reasons with some results of the latest look-up, if a condition holds, or always without one.</summary>
    internal sealed record Row(PendingReason[] Reasons, LookUpResult[] Results, Step Step, Func<Situation, bool>? If = null)
    {
        public bool Fits(Situation situation) => If is null || If(situation);
    }
}
