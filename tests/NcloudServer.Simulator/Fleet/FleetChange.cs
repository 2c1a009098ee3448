namespace NcloudServer.Simulator;

/// <summary>What to do about one number of a batch. Refusing the whole batch is an exception instead.</summary>
internal enum Verdict
{
    Change,
    Unchanged,
    LeaveOut,
}

internal sealed record FleetChange(IReadOnlyList<SimulatedServer> Response, IReadOnlyList<string> Changed);
