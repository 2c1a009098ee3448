namespace NcloudServer.Simulator;

/// <summary>A rule and what it has met so far.</summary>
public sealed record FaultStatus(FaultRule Rule, DateTimeOffset Added, int Matched = 0, int Applied = 0);

/// <summary>The rules in their order. They can be changed while requests are under way.</summary>
public sealed class FaultList
{
    private readonly object gate = new();
    private readonly List<FaultStatus> rules = [];
    private readonly SimulatorClock clock;
    private readonly int seed;
    private Random random;

    internal FaultList(SimulatorClock clock, int seed)
    {
        this.clock = clock;
        this.seed = seed;
        random = new Random(seed);
    }

    public IReadOnlyList<FaultStatus> Rules
    {
        get
        {
            lock (gate)
            {
                return [.. rules];
            }
        }
    }

    public void Add(params FaultRule[] added)
    {
        foreach (FaultRule rule in added)
        {
            FaultRuleCheck.Check(rule);
        }

        lock (gate)
        {
            DateTimeOffset now = clock.Now;
            rules.AddRange(added.Select(rule => new FaultStatus(rule, now)));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    internal void Reset()
    {
        lock (gate)
        {
            rules.Clear();
            random = new Random(seed);
        }
    }

    /// <summary>The first rule that strikes this request. Rules behind it do not count it, unless they wait for its action.</summary>
    internal FaultRule? Strike(ApiRequest request, string defaultRegion)
    {
        lock (gate)
        {
            int struck = FirstThatStrikes(request, defaultRegion);
            for (int index = 0; index < rules.Count; index++)
            {
                if (rules[index].Rule.AfterAction is { } awaited && awaited == request.Action)
                {
                    rules[index] = rules[index] with { Matched = rules[index].Matched + 1 };
                }
            }

            return struck < 0 ? null : rules[struck].Rule;
        }
    }

    private int FirstThatStrikes(ApiRequest request, string defaultRegion)
    {
        for (int index = 0; index < rules.Count; index++)
        {
            FaultStatus status = rules[index];
            FaultRule rule = status.Rule;
            if (!IsInTime(status) || !Matches(rule, request, defaultRegion))
            {
                continue;
            }

            bool strikes = status.Matched >= rule.After
                && (rule.Times is null || status.Applied < rule.Times)
                && (rule.Probability >= 1 || random.NextDouble() < rule.Probability);
            rules[index] = status with
            {
                Matched = status.Matched + (rule.AfterAction is null ? 1 : 0),
                Applied = status.Applied + (strikes ? 1 : 0),
            };
            if (strikes)
            {
                return index;
            }
        }

        return -1;
    }

    private bool IsInTime(FaultStatus status)
    {
        double age = (clock.Now - status.Added).TotalSeconds;
        return age >= status.Rule.FromSecond && (status.Rule.UntilSecond is null || age < status.Rule.UntilSecond);
    }

    private static bool Matches(FaultRule rule, ApiRequest request, string defaultRegion) =>
        (rule.Action is null || rule.Action == request.Action)
        && (rule.Region is null || rule.Region == (request.Parameters.Peek("regionCode") ?? defaultRegion))
        && (rule.Number is null || request.Parameters.ServerNumbers.Contains(rule.Number));
}
