namespace NcloudServer.Operations;

/// <summary>What is done with the numbers, and how.</summary>
internal sealed record BatchOptions
{
    /// <summary>The action; null where servers are only read.</summary>
    public ServerAction? Action { get; init; }

    /// <summary>The state to await; null to be content with the service's answer.</summary>
    public TargetState? Target { get; init; }

    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(900);

    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(5);

    public int BatchSize { get; init; } = 100;

    /// <summary>How many numbers one request carries: one where the action takes no list.</summary>
    public int NumbersPerRequest => Action is { TakesMany: false } ? 1 : BatchSize;

    /// <summary>Whether a state is awaited, for a limited time.</summary>
    public bool IsWaiting => Target is not null;

    public bool IsChange => Action is not null;

    /// <summary>How long a number may take from its first request to its outcome; null where nothing is awaited.</summary>
    public TimeSpan? TimeLimit => IsWaiting ? WaitTimeout : null;
}
