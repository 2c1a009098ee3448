namespace NcloudServer.Tests.Laws;

/// <summary>What may have been carried out is neither repeated blindly nor decided by guessing, and what was accepted stays so.</summary>
public sealed class DoubtLawTests
{
    private const int Runs = 400;

    [Theory]
    [MemberData(nameof(Commands.Changes), MemberType = typeof(Commands))]
    public Task A_doubt_ends_by_a_look_up_that_tells_or_as_unknown(Command command) => Law.Holds(Generators.Any(command), Runs, NoDoubtIsGuessedAway);

    [Theory]
    [MemberData(nameof(Commands.Changes), MemberType = typeof(Commands))]
    public Task What_was_accepted_stays_accepted(Command command) => Law.Holds(Generators.Any(command), Runs, AcceptedStaysAccepted);

    [Theory]
    [InlineData(Command.Restart)]
    [InlineData(Command.Interrupt)]
    public Task What_does_harm_twice_is_carried_out_once_at_most(Command command) => Law.Holds(Generators.Any(command), Runs, IsDoneOnce);

    // Where a look-up shows what is no longer so, nobody can know what was done before.
    internal static void IsDoneOnce(Run run) => Assert.All(run.Results, result => Assert.True(
        run.Done(result) <= 1 || run.Scenario.Command is not (Command.Restart or Command.Interrupt)
            || run.HistoryOf(result).Any(request => request.IsOld),
        $"{result.Name} is acted on {run.Done(result)} times."));

    internal static void NoDoubtIsGuessedAway(Run run)
    {
        IEnumerable<Result> inDoubt = run.Results.Where(result => Truth.IsLeftInDoubt(run, result) && !result.IsSuccess);
        foreach (Result result in inDoubt.Where(result => !HasBootedSinceARequest(run, result)))
        {
            Assert.True(
                result.Error == NcpErrorId.NcpOutcomeUnknown,
                $"{result.Name} may have been acted on, and no look-up has told; it is reported as {result.Error}.");
        }
    }

    // A boot since the restart tells, whatever else goes on then. The service tells boots in whole seconds.
    private static bool HasBootedSinceARequest(Run run, Result result) => run.Scenario.Command == Command.Restart
        && run.Service.Server(result.Region, result.Number).BootTimes().Any(boot => run.HistoryOf(result)
            .Any(request => !request.IsLookUp && Math.Floor(request.Time) <= boot));

    internal static void AcceptedStaysAccepted(Run run)
    {
        foreach (Result result in run.Results.Where(result => run.WasAccepted(result) && !result.IsSuccess))
        {
            bool isSaid = result.Error switch
            {
                NcpErrorId.NcpOutcomeUnknown => result.Text.Contains("accepted"),
                NcpErrorId.NcpServerInstanceNotFound => run.LastShown(result) is { IsMissing: true },
                _ => result.Error == NcpErrorId.NcpWaitTimeout || result.HasServerFailed,
            };
            Assert.True(isSaid, $"{result.Name} was accepted; it is reported as {result.Error}.");
        }
    }
}
