using NcloudServer.Operations;
using static NcloudServer.Operations.LookUpResult;
using static NcloudServer.Operations.PendingReason;

namespace NcloudServer.Tests.Operations;

/// <summary>A walk through both tables of the next steps: all that they look at, in every combination, and not a sample of it.</summary>
public sealed class NextStepTests
{
    private const int Facts = 18;

    private static readonly PendingReason[] s_undone = [Refused, RefusedAsBusy];
    private static readonly PendingReason[] s_unclear = [InDoubt, LeftOut];
    private static readonly PendingReason[] s_awaited = [Accepted, Awaited];

    private static readonly Step[] s_sending = [Step.Send, Step.Divide];
    private static readonly Step[] s_asking = [Step.LookUp, Step.LookUpLater, Step.DivideLookUp, Step.CheckRegion];

    // What can be known of a number while it is pending for a reason.
    private static readonly Dictionary<PendingReason, LookUpResult[]> s_results = new()
    {
        [New] = [None],
        [Unread] = [None, NotListed, Unreadable, Missing, Read],
        [TooLarge] = [None],
        [FailedForGood] = [None],
        [Refused] = [None, NotListed, Unreadable, Missing, EffectSeen, Ready, Unclear, Busy, RuledOut],
        [RefusedAsBusy] = [None, NotListed, Unreadable, Missing, EffectSeen, Ready, Unclear, Busy, RuledOut],
        [InDoubt] = [None, NotListed, Unreadable, Missing, EffectSeen, Ready, Unclear, Busy, RuledOut],
        [LeftOut] = [None, NotListed, Unreadable, Missing, EffectSeen, Ready, Unclear, Busy, RuledOut],
        [Accepted] = [None, NotListed, Unreadable, Missing, OnItsWay, Arrived, Stuck],
        [Awaited] = [None, NotListed, Unreadable, Missing, OnItsWay, Arrived, Stuck],
    };

    private static readonly Lazy<Dictionary<(PendingReason, LookUpResult, bool), Step[]>> s_steps = new(AllSteps);

    [Fact]
    public void Exactly_one_row_fits_each_situation() => Assert.Equal(1 << Facts, s_steps.Value.Values.Select(steps => steps.Length).Distinct().Single());

    [Fact]
    public void The_walk_knows_every_fact() =>
        Assert.Equal(Facts, typeof(Situation).GetProperties().Count(property => property.PropertyType == typeof(bool)));

    [Fact]
    public void After_a_doubt_nothing_is_sent_unless_a_look_up_shows_that_it_was_not_carried_out() => Walk(s_unclear, (situation, step) =>
        !s_sending.Contains(step) || situation.Result == Ready);

    [Fact]
    public void What_can_not_be_seen_is_never_repeated() => Walk(s_unclear, (situation, step) =>
        situation.IsObservable || !s_sending.Contains(step));

    [Fact]
    public void What_can_not_be_seen_and_may_have_been_carried_out_ends_as_unknown() => Walk([InDoubt], (situation, step) =>
        situation.IsObservable || situation.Result is not (None or Ready or RuledOut or Busy) || step == Step.FailAsUnknown);

    [Fact]
    public void A_doubt_ends_as_refused_only_where_a_look_up_shows_that_nothing_was_done() => Walk(s_unclear, (situation, step) =>
        step is not (Step.FailAsAnswered or Step.FailAsLeftOut) || situation.Result == Ready);

    [Fact]
    public void What_was_accepted_is_never_sent_again_and_never_ends_as_refused() => Walk(s_awaited, (_, step) =>
        !s_sending.Contains(step) && step is not (Step.FailAsAnswered or Step.FailAsBusy or Step.FailAsRuledOut or Step.FailAsLeftOut));

    [Fact]
    public void What_was_accepted_and_can_not_be_watched_says_that_it_was_accepted() => Walk([Accepted], (_, step) =>
        step != Step.FailAsUnreadable);

    [Fact]
    public void A_rejection_in_time_is_final_only_after_a_look_up_that_came_after_it() => Walk([Refused, RefusedAsBusy], (situation, step) =>
        situation.Result != None || step < Step.FailAsAnswered, isOverdue: false);

    [Fact]
    public void A_success_was_seen() => Walk(Enum.GetValues<PendingReason>(), (situation, step) =>
        step != Step.Succeed || situation.Result is Read or Arrived || situation is { Result: Missing, IsGoneFine: true });

    [Fact]
    public void A_server_is_missing_only_where_a_look_up_did_not_find_it() => Walk(Enum.GetValues<PendingReason>(), (situation, step) =>
        (step == Step.FailAsNotFound) == (situation is { Result: Missing } && step != Step.Succeed));

    [Fact]
    public void A_request_for_one_server_is_not_taken_apart() => Walk([TooLarge, Refused, RefusedAsBusy], (situation, step) =>
        step != Step.Divide || !situation.IsAlone);

    [Fact]
    public void One_bad_number_never_keeps_a_good_one_from_its_answer() => Walk(s_undone, (situation, step) =>
        situation.IsAlone || situation.Result != Ready || step is Step.Send or Step.Divide, isOverdue: false);

    [Fact]
    public void Nothing_is_sent_for_a_number_whose_time_is_over() => Walk(Enum.GetValues<PendingReason>(), (_, step) =>
        !s_sending.Contains(step) && !s_asking.Contains(step), isOverdue: true);

    /// <summary>Two answers in a row to the same question never bring about the same request at once, without a pause or a smaller size.</summary>
    [Fact]
    public void What_can_not_be_read_is_read_again_at_once_only_in_parts() => Walk(Enum.GetValues<PendingReason>(), (situation, step) =>
        situation.Result != Unreadable || step != Step.LookUp);

    private static void Walk(PendingReason[] reasons, Func<Situation, Step, bool> law, bool? isOverdue = null)
    {
        foreach (((PendingReason reason, LookUpResult result, bool isLate), Step[] steps) in s_steps.Value)
        {
            for (int facts = 0; facts < steps.Length && reasons.Contains(reason) && (isOverdue ?? isLate) == isLate; facts++)
            {
                Situation situation = Of(reason, result, facts);
                if (!law(situation, steps[facts]))
                {
                    Assert.Fail($"{situation}, overdue {isLate}: {steps[facts]}");
                }
            }
        }
    }

    private static Dictionary<(PendingReason, LookUpResult, bool), Step[]> AllSteps() => (
        from entry in s_results
        from result in entry.Value
        from isOverdue in new[] { false, true }
        // What was never sent has no time that could be over.
        where entry.Key != New || !isOverdue
        select (entry.Key, result, isOverdue)).AsParallel().ToDictionary(key => key, key => Steps(key.Key, key.result, key.isOverdue));

    private static Step[] Steps(PendingReason reason, LookUpResult result, bool isOverdue)
    {
        NextStep.Row[] rows = NextStep.Rows(reason, result, isOverdue).ToArray();
        var steps = new Step[1 << Facts];
        for (int facts = 0; facts < steps.Length; facts++)
        {
            Situation situation = Of(reason, result, facts);
            int fitting = 0;
            foreach (NextStep.Row row in rows)
            {
                if (row.Fits(situation))
                {
                    fitting++;
                    steps[facts] = row.Step;
                }
            }

            if (fitting != 1)
            {
                Assert.Fail($"{fitting} rows fit {situation}, overdue {isOverdue}.");
            }
        }

        return steps;
    }

    private static Situation Of(PendingReason reason, LookUpResult result, int facts) => new()
    {
        Reason = reason,
        Result = result,
        IsObservable = (facts & (1 << 0)) != 0,
        IsAlone = (facts & (1 << 1)) != 0,
        IsAfterLookUp = (facts & (1 << 2)) != 0,
        IsExplained = (facts & (1 << 3)) != 0,
        IsAfterPause = (facts & (1 << 4)) != 0,
        IsLookUpDivisible = (facts & (1 << 5)) != 0,
        IsRegionInQuestion = (facts & (1 << 7)) != 0,
        MayPause = (facts & (1 << 8)) != 0,
        IsAskedToWait = (facts & (1 << 9)) != 0,
        MayRepeat = (facts & (1 << 10)) != 0,
        IsRepeatDivided = (facts & (1 << 11)) != 0,
        MayReadLater = (facts & (1 << 12)) != 0,
        IsUnwatchable = (facts & (1 << 13)) != 0,
        IsGoneFine = (facts & (1 << 14)) != 0,
        IsCut = (facts & (1 << 15)) != 0,
        IsLeftOutAgain = (facts & (1 << 16)) != 0,
        MayHavePassed = (facts & (1 << 17)) != 0,
        HasBeenBusy = (facts & (1 << 6)) != 0,
    };
}
