namespace NcloudServer.Simulator;

/// <summary>Two readings of one clock: only the one that clients see is shifted, so that a new offset moves no server.</summary>
internal sealed class SimulatorClock(TimeProvider provider, SimulatorSettings settings)
{
    public DateTimeOffset Now => provider.GetUtcNow();

    public DateTimeOffset Shown => Now.AddSeconds(settings.Times.ClockOffsetSeconds);
}
