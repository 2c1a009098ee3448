namespace NcloudServer.Simulator;

/// <summary>The actions that change servers.</summary>
internal sealed class ServerChanges(ServerFleet fleet, SimulatorSettings settings)
{
    public ServiceResult Change(ServiceCall call, StateChange change)
    {
        Policies policies = settings.Policies;
        string region = call.RegionCode(fleet);
        IReadOnlyList<string> numbers = call.Numbers(policies, required: true);
        SimulatorTimes times = settings.Times;
        FleetChange outcome = fleet.Change(
            region, numbers, server => change.Judge(server, policies), (cell, now) => change.Begin(cell, now, times, policies));
        return Answer(call, outcome, policies);
    }

    public ServiceResult Interrupt(ServiceCall call)
    {
        Policies policies = settings.Policies;
        if (policies.InterruptXmlOnly && call.Parameters.OneOf("responseFormatType", "xml", "json") == "json")
        {
            throw Refusals.Parameter("responseFormatType is not valid.");
        }

        string region = call.RegionCode(fleet);
        string number = call.Number(policies);
        FleetChange outcome = fleet.Change(region, [number], server => JudgeInterrupt(server, policies), (cell, _) => cell.Interrupt());
        return Answer(call, outcome, policies);
    }

    private static Verdict JudgeInterrupt(SimulatedServer? server, Policies policies) => server switch
    {
        null => Judgement.Of(policies.UnknownNumbers, Refusals.UnknownNumber),
        { Operation: not ServerOperation.None } => Judgement.Of(policies.BusyServer, Refusals.Busy),
        { IsHiddenBusy: true } => Judgement.Of(policies.BusyServer, Refusals.StorageBusy),
        { Status: not ServerStatus.Run } => Judgement.Of(policies.WrongState, Refusals.WrongState),
        _ => IsInterruptible(server, policies.InterruptRule) ? Verdict.Change : throw Refusals.InterruptNotSupported(),
    };

    private static bool IsInterruptible(SimulatedServer server, InterruptRule rule) => rule switch
    {
        InterruptRule.WindowsOnly => server.IsWindows,
        InterruptRule.WindowsOrKvm => server.IsWindows || server.IsKvm,
        _ => true,
    };

    private ServiceResult Answer(ServiceCall call, FleetChange outcome, Policies policies)
    {
        IReadOnlyList<SimulatedServer> ordered = ResponseSequence.Arrange(outcome.Response, policies.ResponseOrder, settings.Seed);
        IReadOnlyList<SimulatedServer> servers = ListTampering.Apply(call.Fault, ordered, fleet);
        return new ServiceResult(ServerResponse.Of(call, servers, servers.Count), outcome.Changed);
    }
}
