namespace NcloudServer.Tests.Laws;

/// <summary>A scenario in words. What makes no difference to it is left out, so that equal texts are equal scenarios.</summary>
internal static class ScenarioText
{
    public static string Of(Scenario scenario) => FormattableString.Invariant($"""

        {scenario.Command} {Servers(scenario)}
        {Settings(scenario)}
        unknown: {scenario.Unknown}, already: {scenario.Already}, busy: {scenario.Busy}, interrupt: {scenario.Interrupt}
        a request takes {scenario.Latency} s, pace {scenario.Pace} spread over {scenario.Spread}, clock {scenario.ClockOffset} s ahead
        faults: {Faults(scenario)}, seed {scenario.Seed}; outages: {scenario.Outages}

        """);

    private static string Servers(Scenario scenario)
    {
        if (scenario.Input.Count == 0)
        {
            string kinds = string.Join(", ", scenario.Kinds.GroupBy(kind => kind).Select(group => $"{group.Count()} {group.Key}"));
            return $"a list of {kinds}; without pages up to {scenario.LongestList}, in pages of up to {scenario.LargestPage}";
        }

        return string.Join(", ", scenario.Input.Select(
            item => $"{ModelService.Region(item.Region)}:{ModelService.Number(item.Number)} {scenario.KindOf(item.Number)}"));
    }

    private static string Settings(Scenario scenario) => FormattableString.Invariant(
        $"batches of {scenario.BatchSize}, {scenario.ThrottleLimit} at once, {scenario.MaximumRetryCount} retries, ")
        + (scenario.IsWaiting
            ? FormattableString.Invariant($"waiting up to {scenario.WaitTimeout} s, looking every {scenario.PollingInterval} s")
            : "not waiting");

    private static string Faults(Scenario scenario)
    {
        string faults = string.Join(", ", scenario.Faults);
        return (scenario.FaultyRequest is { } only ? $"request {only}: {faults}" : $"{scenario.FaultPercent} % of {faults}")
            + (scenario.HappeningPercent > 0 ? $", something happens before {scenario.HappeningPercent} %" : string.Empty)
            + (scenario.IsDisturbedInDoubt ? ", disturbed in doubt" : string.Empty);
    }
}
