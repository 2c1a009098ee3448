namespace NcloudServer.Simulator;

/// <summary>What a simulator starts with, and returns to on reset.</summary>
public sealed record SimulatorOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public string AccessKey { get; init; } = "SIMULATORACCESSKEY01";

    public string SecretKey { get; init; } = "SimulatorSecretKey0000000000000000000001";

    /// <summary>The first region is the default one.</summary>
    public IReadOnlyList<RegionSeed> Regions { get; init; } = RegionSeed.Defaults;

    public Policies Policies { get; init; } = new();

    public SimulatorTimes Times { get; init; } = new();

    public RoleSettings Role { get; init; } = new();

    /// <summary>
    /// The clock of the servers, of the signature check, of the rate limit and of the log. Delays of faults run in real time.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Seeds everything random: shuffled responses and the probability of faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The oldest entries go when the log is longer.</summary>
    public int LogCapacity { get; init; } = 10_000;
}
