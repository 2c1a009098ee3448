using System.Text.RegularExpressions;

namespace NcloudServer.Actions;

/// <summary>The text of a single value in a request: the same in every culture.</summary>
internal static class ParameterText
{
    // The service writes its own dates like this; the colon that .NET would put into the zone is missing there.
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'+0900'";

    private static readonly Regex s_half = new(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");
    private static readonly TimeSpan s_korea = TimeSpan.FromHours(9);

    /// <summary>The value's text; null for what is not a single value.</summary>
    /// <exception cref="ArgumentException">The value has no text that the service could read.</exception>
    public static string? Of(object value) => value switch
    {
        string text => Complete(text),
        bool flag => flag ? "true" : "false",
        char character => Complete(character.ToString()),
        Enum name => name.ToString(),
        double or float => Decimal(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset date => Date(date),
        // A date without a zone is one of this computer's, as everywhere in PowerShell.
        DateTime date => Date(new DateTimeOffset(date)),
        Guid id => id.ToString("D"),
        Uri address => Complete(address.OriginalString),
        IPAddress address => address.ToString(),
        CodeName code => code.Code,
        ServerInstance server => server.ServerInstanceNo,
        Region region => region.RegionCode,
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or System.Numerics.BigInteger =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Half of a surrogate pair can't be sent: other characters would arrive in its place.</summary>
    public static string Complete(string text) =>
        !s_half.IsMatch(text) ? text : throw new ArgumentException("it has half of a surrogate pair, which is not a character");

    private static string Date(DateTimeOffset date) => date.ToOffset(s_korea).ToString(DateForm, CultureInfo.InvariantCulture);

    private static string Decimal(string number) =>
        number.IndexOf('E') < 0 && char.IsDigit(number[number.Length - 1]) ? number
        : decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            && exact.ToString(CultureInfo.InvariantCulture) is var digits && Double(digits) == Double(number)
            ? digits
            : throw new ArgumentException("it is a number that can't be written with digits alone");

    private static double Double(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
