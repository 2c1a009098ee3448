namespace NcloudServer.Simulator;

/// <summary>How long a server takes; 0 means that the next read shows the end state.</summary>
public sealed record SimulatorTimes
{
    public double BootSeconds { get; set; } = 3;

    public double ShutdownSeconds { get; set; } = 3;

    public double RebootSeconds { get; set; } = 3;

    public double SpecChangeSeconds { get; set; } = 3;

    public double TerminationSeconds { get; set; } = 3;

    /// <summary>From the creation of a server to its first boot.</summary>
    public double CreationSeconds { get; set; } = 3;

    /// <summary>Added to the clock that clients see, so that theirs looks wrong.</summary>
    public double ClockOffsetSeconds { get; set; }
}
