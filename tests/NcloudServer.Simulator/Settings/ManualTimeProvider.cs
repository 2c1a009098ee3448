namespace NcloudServer.Simulator;

/// <summary>A clock that moves only when it is told to.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object gate = new();
    private DateTimeOffset now;

    /// <param name="start">Now, unless given: clients that sign with the real clock are then still in time.</param>
    public ManualTimeProvider(DateTimeOffset? start = null) => now = start ?? DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            now += by;
        }
    }
}
