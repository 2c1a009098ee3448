namespace NcloudServer.Tests.Laws;

/// <summary>Simpler scenarios than one that breaks a law, the simplest first.</summary>
internal static class Shrinking
{
    private const int MostAtOnce = 12;

    public static IEnumerable<Scenario> Of(Scenario scenario) =>
        Inputs(scenario).Concat(Lists(scenario)).Concat(Servers(scenario)).Concat(Faults(scenario)).Concat(Settings(scenario));

    private static IEnumerable<Scenario> Inputs(Scenario scenario)
    {
        int count = scenario.Input.Count;
        foreach (int part in new[] { count / 2, count / 4, 1 }.Where(part => part > 0).Distinct())
        {
            for (int start = 0; start < count && (part > 1 || count <= MostAtOnce); start += part)
            {
                yield return scenario with { Input = [.. scenario.Input.Take(start), .. scenario.Input.Skip(start + part)] };
            }
        }
    }

    // Where a list is read, all kinds count.
    private static IEnumerable<Scenario> Lists(Scenario scenario)
    {
        int count = scenario.Input.Count > 0 ? 0 : scenario.Kinds.Count;
        foreach (int parts in new[] { 2, 10, count }.Where(parts => parts <= MostAtOnce))
        {
            for (int part = 0; part < parts; part++)
            {
                (int start, int end) = (count * part / parts, count * (part + 1) / parts);
                yield return scenario with { Kinds = [.. scenario.Kinds.Take(start), .. scenario.Kinds.Skip(end)] };
            }
        }
    }

    private static IEnumerable<Scenario> Servers(Scenario scenario)
    {
        IEnumerable<int> indices = scenario.Input.Count > 0
            ? scenario.Input.Select(item => item.Number).Distinct()
            : Enumerable.Range(0, scenario.Kinds.Count);
        ServerKind plain = Generators.Plain(scenario.Command);
        foreach (int index in indices.Where(index => scenario.KindOf(index) != plain).Take(MostAtOnce))
        {
            yield return scenario with { Kinds = [.. scenario.Kinds.Select((kind, i) => i == index ? plain : kind)] };
        }
    }

    private static IEnumerable<Scenario> Faults(Scenario scenario)
    {
        if (scenario.FaultPercent > 0)
        {
            yield return scenario with { FaultPercent = 0, Faults = [] };
            for (int request = 0; request < 6; request++)
            {
                yield return scenario with { FaultPercent = 0, FaultyRequest = request };
            }
        }

        if (scenario.Faults.Count > 1)
        {
            foreach (Fault fault in scenario.Faults)
            {
                yield return scenario with { Faults = [fault] };
            }
        }
    }

    private static IEnumerable<Scenario> Settings(Scenario scenario)
    {
        yield return scenario with { Outages = new Outages() };
        yield return scenario with { Outages = scenario.Outages with { LookUpsForbiddenFrom = Outages.Never } };
        yield return scenario with { Outages = scenario.Outages with { KeyExpires = Outages.Never } };
        yield return scenario with { Outages = scenario.Outages with { DeadFrom = Outages.Never, DeadUntil = Outages.Never } };
        yield return scenario with { Outages = scenario.Outages with { IsRegionMissing = false } };
        yield return scenario with { IsDisturbedInDoubt = false };
        yield return scenario with { HappeningPercent = 0 };
        yield return scenario with { ClockOffset = 0 };
        yield return scenario with { ThrottleLimit = 1 };
        yield return scenario with { BatchSize = 100 };
        yield return scenario with { Unknown = BadNumberRule.RefuseBatch };
        yield return scenario with { Already = BadNumberRule.RefuseBatch };
        yield return scenario with { Busy = BadNumberRule.RefuseBatch };
        yield return scenario with { Interrupt = InterruptEffect.Nothing };
        yield return scenario with { LargestPage = 0 };
        yield return scenario with { LongestList = 0 };
        yield return scenario with { Pace = 1 };
        yield return scenario with { Spread = 0 };
        yield return scenario with { MaximumRetryCount = Math.Min(scenario.MaximumRetryCount, 3) };
    }
}
