using System;
using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Simulator;

/// <summary>A rule and what it has met so far.</summary>
public sealed record FaultStatus(FaultRule Rule, int Matched, int Applied);

/// <summary>The rules in their order. They can be changed while requests are under way.</summary>
public sealed class FaultList
{
    private readonly object gate = new();
    private readonly List<FaultStatus> rules = [];
    private readonly int seed;
    private Random random;

    internal FaultList(int seed)
    {
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
            rules.AddRange(added.Select(rule => new FaultStatus(rule, 0, 0)));
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

    /// <summary>The first rule that strikes this request. Rules behind it do not count the request.</summary>
    internal FaultRule? Strike(ApiRequest request, string defaultRegion)
    {
        lock (gate)
        {
            for (int index = 0; index < rules.Count; index++)
            {
                (FaultRule rule, int matched, int applied) = rules[index];
                if (!Matches(rule, request, defaultRegion))
                {
                    continue;
                }

                bool strikes = matched >= rule.After && (rule.Times is null || applied < rule.Times) && (rule.Probability >= 1 || random.NextDouble() < rule.Probability);
                rules[index] = new FaultStatus(rule, matched + 1, applied + (strikes ? 1 : 0));
                if (strikes)
                {
                    return rule;
                }
            }

            return null;
        }
    }

    private static bool Matches(FaultRule rule, ApiRequest request, string defaultRegion) =>
        (rule.Action is null || rule.Action == request.Action)
        && (rule.Region is null || rule.Region == (request.Parameters.Peek("regionCode") ?? defaultRegion))
        && (rule.Number is null || request.Parameters.ServerNumbers.Contains(rule.Number));
}
