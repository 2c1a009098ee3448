using System;

namespace NcloudServer.Operations;

/// <summary>What is done with the numbers, and how.</summary>
internal sealed record BatchOptions
{
    /// <summary>The action; null to read the servers alone.</summary>
    public ServerAction? Action { get; init; }

    /// <summary>The state to await; null to be content with the service's answer.</summary>
    public TargetState? Target { get; init; }

    public WaitOptions Wait { get; init; } = new(TimeSpan.FromSeconds(900), TimeSpan.FromSeconds(5));

    public int BatchSize { get; init; } = 100;

    /// <summary>How many numbers one request carries: one where the action takes no list.</summary>
    public int NumbersPerRequest => Action is { TakesMany: false } ? 1 : BatchSize;

    public int ThrottleLimit { get; init; } = 4;

    /// <summary>How long a number may take from its first request to its outcome; null where nothing is awaited.</summary>
    public TimeSpan? TimeLimit => Target is null ? null : Wait.Timeout;
}
