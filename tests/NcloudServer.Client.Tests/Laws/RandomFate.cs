namespace NcloudServer.Tests.Laws;

/// <summary>Chance, as often as a scenario says.</summary>
internal sealed class RandomFate(Scenario scenario) : IFate
{
    private readonly Random _random = new(scenario.Seed);
    private int _requests;

    public Happening Before(SeenRequest request, ModelFleet fleet)
    {
        if (scenario.HappeningPercent == 0 || _random.Next(100) >= scenario.HappeningPercent)
        {
            return default;
        }

        List<Happening> possible = Happenings.Of(request, fleet);
        return possible[_random.Next(possible.Count)];
    }

    public Fault Of(SeenRequest request)
    {
        int number = _requests++;
        bool isFaulty = scenario.FaultyRequest is { } only ? only == number : _random.Next(100) < scenario.FaultPercent;
        return isFaulty && scenario.Faults.Count > 0 ? scenario.Faults[_random.Next(scenario.Faults.Count)] : Fault.None;
    }

    public bool LeavesOut(int index) => _random.Next(2) == 0;

    public void After(SeenRequest request, ulong fingerprint)
    {
        // Chance learns nothing.
    }

    public bool IsKnown => false;
}
