using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>Decides which of the texts that come in are numbers to act on: well formed, and not given before for the same region.</summary>
internal sealed class NumberFilter
{
    // Far longer than any number of the service, and short enough for an address to hold.
    public const int LongestNumber = 100;

    private readonly HashSet<(string Number, string? RegionCode)> _known = [];
    private readonly HashSet<string> _regions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number that a text is, apart from spaces around it; null with the reason where it is none.</summary>
    public static string? Parse(string? text, out NcpException? failure)
    {
        string number = text?.Trim() ?? string.Empty;
        // Char.IsDigit would take the digits of every script, which the service does not.
        bool isNumber = number.Length is > 0 and <= LongestNumber && number.All(c => c is >= '0' and <= '9');
        failure = isNumber ? null : ServerFailures.InvalidNumber(number);
        return isNumber ? number : null;
    }

    /// <summary>Remembers a number; false if it was given before for the same region.</summary>
    /// <param name="number">The number.</param>
    /// <param name="regionCode">Its region; null is the one that is used where none is given.</param>
    /// <param name="firstRegion">
    /// Finds that region; null while no number is acted on. One that can't be found out may be any: a server must not be acted on twice.
    /// </param>
    public bool TryAdd(string number, string? regionCode, Func<string?>? firstRegion = null)
    {
        if (regionCode is not null)
            _regions.Add(regionCode);

        return _known.Add(Key(number, regionCode)) && (firstRegion is null
            || OtherRegions(number, regionCode) is not { Length: > 0 } others
            || (firstRegion() is { } first && !others.Contains(first, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Makes the numbers that were given without a region known for this one too.</summary>
    public void Assume(string regionCode) =>
        _known.UnionWith(_known.Where(known => known.RegionCode is null).Select(known => Key(known.Number, regionCode)).ToArray());

    /// <summary>The regions that would make the number one that was given in other words.</summary>
    private string[] OtherRegions(string number, string? regionCode) =>
        regionCode is null ? _regions.Where(region => _known.Contains(Key(number, region))).ToArray()
        : _known.Contains(Key(number, null)) ? [regionCode] : [];

    // Whether the service minds upper and lower case in a region is not known: kr and KR must not be two servers.
    private static (string Number, string? RegionCode) Key(string number, string? regionCode) =>
        (ServerNumber.Normalized(number), regionCode?.ToUpperInvariant());
}
