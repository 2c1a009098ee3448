namespace NcloudServer.Simulator;

/// <summary>One call of an action: what it asks for, and what a fault does to the list it answers with.</summary>
internal sealed record ServiceCall(string Action, RequestParameters Parameters, ResponseFormat Format, string RequestId, FaultRule? Fault)
{
    /// <summary>As they stood when the call came.</summary>
    public Policies Policies { get; init; } = new();

    /// <summary>Whether the action is not simulated: it is answered with its parameters.</summary>
    public bool IsEcho { get; init; }

    public string RegionCode(ServerFleet fleet)
    {
        IReadOnlyList<SimulatedRegion> regions = fleet.Regions;
        string? asked = Parameters.Optional("regionCode");
        if (asked is null)
        {
            return regions[0].Code;
        }

        return regions.Any(region => region.Code == asked) ? asked : Policies.UnknownRegion switch
        {
            UnknownRegion.Default => regions[0].Code,
            UnknownRegion.Empty => asked,
            _ => throw Refusals.Region(),
        };
    }

    public IReadOnlyList<string> Numbers(Policies policies, bool required)
    {
        IReadOnlyList<string> numbers = Parameters.List("serverInstanceNoList");
        if (required && numbers.Count == 0)
        {
            throw Refusals.Parameter("serverInstanceNoList is required.");
        }

        if (policies.MaximumNumbers > 0 && numbers.Count > policies.MaximumNumbers)
        {
            throw Refusals.TooManyNumbers();
        }

        return numbers.All(IsNumber)
            ? numbers.Select(number => Read(number, policies)).Distinct().ToList()
            : throw Refusals.Parameter("serverInstanceNoList is not valid.");
    }

    public string Number(Policies policies)
    {
        string number = Parameters.Required("serverInstanceNo");
        return IsNumber(number) ? Read(number, policies) : throw Refusals.Parameter("serverInstanceNo is not valid.");
    }

    private static string Read(string number, Policies policies) =>
        policies.NumbersAsIntegers && number.TrimStart('0') is { Length: > 0 } significant ? significant : number;

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}

/// <summary>What a call came to: its response, and the numbers whose servers it really changed.</summary>
internal sealed record ServiceResult(Response Response, IReadOnlyList<string> Changed);
