using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Operations;

/// <summary>Decides which of the texts that come in are numbers to act on: well formed, and not given before for the same region.</summary>
internal sealed class NumberIntake
{
    // Far longer than any number of the service, and short enough for an address to hold.
    public const int LongestNumber = 100;

    private readonly HashSet<(string Number, string? RegionCode)> _known = [];

    /// <summary>Takes a text in.</summary>
    /// <param name="text">What was given; spaces around it do not count.</param>
    /// <param name="regionCode">The region it was given for.</param>
    /// <param name="failure">Why the text is no number, or null.</param>
    /// <returns>The number if it is to be acted on; null for what is no number and for what was given before.</returns>
    public string? Take(string? text, string? regionCode, out NcpException? failure)
    {
        string number = text?.Trim() ?? string.Empty;
        // Char.IsDigit would take the digits of every script, which the service does not.
        bool isNumber = number.Length is > 0 and <= LongestNumber && number.All(c => c is >= '0' and <= '9');
        failure = isNumber ? null : ServerFailures.InvalidNumber(number);
        return isNumber && _known.Add((number, regionCode)) ? number : null;
    }
}
