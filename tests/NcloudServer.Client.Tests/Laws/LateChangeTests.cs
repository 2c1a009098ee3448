namespace NcloudServer.Tests.Laws;

/// <summary>
/// The servers of a round are asked about one after the other. When the first answer comes after the time limit, it is over for all of them.
/// </summary>
public sealed class LateChangeTests
{
    [Theory]
    [MemberData(nameof(Commands.Observable), MemberType = typeof(Commands))]
    public Task Nothing_is_changed_late_for_any_server_of_a_round(Command command)
    {
        var scenario = new Scenario
        {
            Command = command,
            Input = [(0, 0), (1, 0), (2, 0)],
            Kinds = Enumerable.Repeat(Generators.Plain(command), 3).ToArray(),
            IsWaiting = true,
            WaitTimeout = 12,
            ThrottleLimit = 1,
        };
        return Law.HoldsIn(scenario, new Fate(Fault.BusyWithDelay, Fault.BusyWithoutReason, Fault.HangsAfterWork), run =>
        {
            Assert.Contains(run.Service.Requests, request => request.Fault == Fault.HangsAfterWork);
            PromiseLaws.NothingIsChangedLate(run);
        });
    }

    /// <summary>What comes of the first changes; everything else is as it should be.</summary>
    private sealed class Fate(params Fault[] ofChanges) : IFate
    {
        private readonly Queue<Fault> _left = new(ofChanges);

        public bool IsKnown => false;

        public Happening Before(SeenRequest request, ModelFleet fleet) => default;

        public Fault Of(SeenRequest request) => !request.IsLookUp && _left.Count > 0 ? _left.Dequeue() : Fault.None;

        public bool LeavesOut(int index) => false;

        public void After(SeenRequest request, ulong fingerprint)
        {
        }
    }
}
