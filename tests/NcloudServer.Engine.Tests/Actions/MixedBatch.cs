using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>
/// A batch of 100 numbers that the service does not treat alike. What one bad number does to its batch is not documented, so every answer
/// to that is tried.
/// </summary>
public abstract class MixedBatch : EngineTest
{
    protected MixedBatch(ModuleSession session)
        : base(session)
    {
        // Long enough for no server to have arrived when it is looked at.
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        foreach (string number in Stopped)
        {
            Service.Fleet.Set(new ServerSettings { Number = number, Status = "NSTOP" });
        }
    }

    /// <summary>Numbers of no server: the first, one in the middle and the last.</summary>
    protected static IReadOnlyList<string> Unknown { get; } = ["1999991", "1999992", "1999993"];

    protected static IReadOnlyList<string> Stopped { get; } = ["1000010", "1000030", "1000050", "1000070", "1000090"];

    protected static IReadOnlyList<string> Existing { get; } = Expected.Numbers(1000001, 97);

    protected static IReadOnlyList<string> Running { get; } = Existing.Except(Stopped).ToList();

    protected static IReadOnlyList<string> All { get; } =
        [Unknown[0], .. Existing.Take(48), Unknown[1], .. Existing.Skip(48), Unknown[2]];

    protected void Apply(RefusalPolicy unknown, AlreadyInStatePolicy stopped, RefusalPolicy busy) =>
        Service.Policies = new Policies { UnknownNumbers = unknown, AlreadyInState = stopped, BusyServer = busy };
}
