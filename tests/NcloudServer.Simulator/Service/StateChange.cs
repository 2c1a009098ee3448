namespace NcloudServer.Simulator;

/// <summary>A change of state that an action begins: where it starts, what it is called while it runs, where it ends.</summary>
internal sealed record StateChange(
    string Operation, string From, string To, string Failed, bool Boots, Func<SimulatorTimes, double> Seconds)
{
    public static StateChange? Of(string action) => action switch
    {
        "startServerInstances" => new(
            ServerOperation.Start, ServerStatus.Stopped, ServerStatus.Run, ServerStatus.StartFailed, true, times => times.BootSeconds),
        "stopServerInstances" => new(
            ServerOperation.Shutdown, ServerStatus.Run, ServerStatus.Stopped, ServerStatus.ShutdownFailed, false,
            times => times.ShutdownSeconds),
        "rebootServerInstances" => new(
            ServerOperation.Restart, ServerStatus.Run, ServerStatus.Run, ServerStatus.RestartFailed, true, times => times.RebootSeconds),
        _ => null,
    };

    public Verdict Judge(SimulatedServer? server, Policies policies) => server switch
    {
        null => Judgement.Of(policies.UnknownNumbers, Refusals.UnknownNumber),
        _ when server.Operation == Operation => Judgement.Of(policies.AlreadyInState),
        _ when server.Operation != ServerOperation.None => Judgement.Of(policies.BusyServer, Refusals.Busy),
        { IsHiddenBusy: true } => Judgement.Of(policies.BusyServer, Refusals.StorageBusy),
        _ when server.Status == From => Verdict.Change,
        _ when server.Status == To => Judgement.Of(policies.AlreadyInState),
        _ => Judgement.Of(policies.WrongState, Refusals.WrongState),
    };

    public void Begin(ServerCell cell, DateTimeOffset now, SimulatorTimes times, Policies policies)
    {
        string end = policies.ActionEnd switch
        {
            ActionEnd.Failed => Failed,
            ActionEnd.Undone => From,
            _ => To,
        };
        cell.LagBehind(policies.LaggingLists);
        cell.Begin(Operation, now.AddSeconds(Seconds(times)), end, Boots && policies.ActionEnd == ActionEnd.AsAsked);
    }
}

/// <summary>Turns a policy into a verdict, or into the refusal of the batch.</summary>
internal static class Judgement
{
    public static Verdict Of(RefusalPolicy policy, Func<ServiceRefusalException> refusal) =>
        policy == RefusalPolicy.LeaveOut ? Verdict.LeaveOut : throw refusal();

    public static Verdict Of(AlreadyInStatePolicy policy) => policy switch
    {
        AlreadyInStatePolicy.Accept => Verdict.Unchanged,
        AlreadyInStatePolicy.LeaveOut => Verdict.LeaveOut,
        _ => throw Refusals.AlreadyInState(),
    };
}
