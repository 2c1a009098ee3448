namespace NcloudServer.Operations;

/// <summary>What is done with the numbers, and how. Where a state is awaited, the wait timeout and the polling interval have to be given.</summary>
internal sealed record BatchOptions
{
    // Null where servers are only read; the state to await, null to be content with the service's answer.
    public ServerAction? Action { get; init; }
    public TargetState? Target { get; init; }
    public bool IsWaiting => Target is not null;

    /// <summary>How long a number may take from its first request to its outcome.</summary>
    public TimeSpan WaitTimeout { get; init; }
    public TimeSpan PollingInterval { get; init; }
    public int BatchSize { get; init; } = 100;

    /// <summary>How many numbers one request carries: one where the action takes no list.</summary>
    public int NumbersPerRequest => Action is { TakesMany: false } ? 1 : BatchSize;
}
