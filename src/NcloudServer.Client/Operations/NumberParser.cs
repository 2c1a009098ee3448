using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>Decides which of the texts that come in are numbers to act on: well formed, and not given before for the same region.</summary>
internal sealed class NumberParser
{
    // Far longer than any number of the service, and short enough for an address to hold.
    public const int LongestNumber = 100;

    private readonly HashSet<(string Number, string? RegionCode)> _known = [];

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
    public bool TryAdd(string number, string? regionCode) => _known.Add(Key(number, regionCode));

    /// <summary>Whether the number was given for a region.</summary>
    public bool IsKnown(string number, string? regionCode) => _known.Contains(Key(number, regionCode));

    /// <summary>Makes the numbers that were given without a region known for this one too.</summary>
    public void Assume(string regionCode)
    {
        foreach ((string number, _) in _known.Where(known => known.RegionCode is null).ToArray())
        {
            TryAdd(number, regionCode);
        }
    }

    // Whether the service minds upper and lower case in a region is not known: kr and KR must not be two servers.
    private static (string Number, string? RegionCode) Key(string number, string? regionCode) =>
        (ServerNumber.Normalized(number), regionCode?.ToUpperInvariant());
}
