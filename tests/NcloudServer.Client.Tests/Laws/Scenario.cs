namespace NcloudServer.Tests.Laws;

/// <summary>One run: numbers with their servers, the service's rules, its faults, and how the client is set.</summary>
internal sealed record Scenario
{
    public Command Command { get; init; }

    public IReadOnlyList<(int Number, int Region)> Input { get; init; } = [];

    public IReadOnlyList<ServerKind> Kinds { get; init; } = [];

    public BadNumberRule Unknown { get; init; }

    public BadNumberRule Already { get; init; }

    public BadNumberRule Busy { get; init; }

    public InterruptEffect Interrupt { get; init; }

    public int Seed { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public int FaultPercent { get; init; }

    /// <summary>How often something happens between two requests.</summary>
    public int HappeningPercent { get; init; }

    /// <summary>Which request alone has a fault, counted from 0; null where <see cref="FaultPercent"/> decides.</summary>
    public int? FaultyRequest { get; init; }

    /// <summary>Whether somebody else begins an operation on a server right after a response about it was lost.</summary>
    public bool IsDisturbedInDoubt { get; init; }

    public Outages Outages { get; init; } = new();

    public int BatchSize { get; init; } = 100;

    public int ThrottleLimit { get; init; } = 4;

    public int MaximumRetryCount { get; init; } = 3;

    public bool IsWaiting { get; init; }

    public double WaitTimeout { get; init; } = 60;

    public double PollingInterval { get; init; } = 2;

    /// <summary>By how many seconds the service's clock is ahead.</summary>
    public int ClockOffset { get; init; }

    /// <summary>How long a request takes.</summary>
    public double Latency { get; init; } = 0.05;

    /// <summary>What every duration at the service is multiplied by.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>By how much of its time the earliest server is ahead of the latest in what nobody asked for.</summary>
    public double Spread { get; init; }

    /// <summary>The most servers that a list without numbers holds where no page is asked for; 0 for any number.</summary>
    public int LongestList { get; init; }

    /// <summary>The most servers that a page holds, whatever is asked for; 0 for as many as are asked for.</summary>
    public int LargestPage { get; init; }

    public ServerKind KindOf(int number) => number < Kinds.Count ? Kinds[number] : ServerKind.Missing;

    public override string ToString() => ScenarioText.Of(this);
}
