using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Knows which servers were given: a number with its region, or without one, which is a region too.</summary>
internal sealed class GivenNumbers
{
    private readonly NumberParser _numbers = new();
    private readonly HashSet<string> _regions = new(StringComparer.OrdinalIgnoreCase);

    // False if the server was given before. FirstRegion finds the region that is used where none is given; it is null while no number is
    // acted on. One that can't be found out counts as this one: a server must not be acted on twice.
    public bool TryAdd(string number, string? regionCode, Func<string?>? firstRegion)
    {
        if (regionCode is not null)
        {
            _regions.Add(regionCode);
        }

        return _numbers.TryAdd(number, regionCode) && (firstRegion is null
            || OtherRegions(number, regionCode) is not { Length: > 0 } others
            || (firstRegion() is { } first && !others.Contains(first, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Makes the numbers that were given without a region known for this one too.</summary>
    public void Assume(string regionCode) => _numbers.Assume(regionCode);

    /// <summary>The regions that would make the number one that was given in other words.</summary>
    private string[] OtherRegions(string number, string? regionCode) =>
        regionCode is null ? _regions.Where(region => _numbers.IsKnown(number, region)).ToArray()
        : _numbers.IsKnown(number, null) ? [regionCode] : [];
}
