using System.Collections;
using System.Globalization;
using NcloudServer.Failures;

namespace NcloudServer.Binding;

/// <summary>Tells of an object that has no number what it has instead, and how its number can be taken.</summary>
internal static class ObjectWithoutNumber
{
    private const int MostNames = 8;
    private const int LongestName = 40;

    // NAVER's CLI and API put the list of servers into a property of a property.
    private const int DeepestList = 3;

    private static readonly string[] s_delimiters = [";", "\t", "|", ","];
    private static readonly string[] s_likelyParts = ["instance", "인스턴스", "server", "서버"];
    private static readonly string[] s_likelyEnds = ["no", "id", "번호", "number"];

    /// <summary>Why an object can't be acted on; null where it has a number, valid or not.</summary>
    /// <param name="source">The object.</param>
    /// <param name="text">The text that the engine makes of it.</param>
    public static NcpException? Failure(object source, string text)
    {
        IReadOnlyList<KeyValuePair<string, object?>> properties = PropertiesOf(source);
        string[] names = properties.Select(property => property.Key).ToArray();
        string? own = PowerShellValue.BaseOf(source) is IDictionary ? null
            : names.FirstOrDefault(name => ServerInstanceNoAttribute.PropertyNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (own is not null && NumberSource.NumberOf(source) is not null)
        {
            return null;
        }

        return new NcpServerInstanceException(
            NcpErrorId.NcpInvalidServerInstanceNo,
            text,
            own is null ? Missing(source, names) : $"The property {own} of this object is empty.",
            Advice(properties));
    }

    private static string Missing(object source, string[] names)
    {
        bool isDictionary = PowerShellValue.BaseOf(source) is IDictionary;
        string shown = string.Join(", ", names.Take(MostNames).Select(name => PlainText.Of(name, LongestName)))
            + (names.Length > MostNames ? ", …" : string.Empty);
        string had = names.Length == 0 ? "nothing" : shown;
        return isDictionary
            ? $"This is a hashtable, not an object with a property ServerInstanceNo; its keys are {had}."
            : $"This object has no property ServerInstanceNo; it has {had}.";
    }

    private static string Advice(IReadOnlyList<KeyValuePair<string, object?>> properties) =>
        PathToServers(properties, DeepestList) is { } path ? OfList(path)
        : Likely(properties) is { } name ? $"To take the number from there, use -ServerInstanceNo {{ $_{Member(name)} }}."
        : Delimiter(properties) is { } delimiter
            ? $"The file seems to have been read with the wrong delimiter: use Import-Csv -Delimiter {delimiter}."
        : "Pipe servers, or objects with a property ServerInstanceNo. To take the number from another property, use a script block, "
            + "such as -ServerInstanceNo { $_.InstanceNo }.";

    private static string OfList(string[] path) => path.Length == 1
        ? $"The servers are in {path[0]}: put Select-Object -ExpandProperty {Quoted(path[0])} before this command."
        : $"The servers are further down: put ForEach-Object {{ $_{string.Concat(path.Select(Member))} }} before this command.";

    private static string[]? PathToServers(IReadOnlyList<KeyValuePair<string, object?>> properties, int depth)
    {
        foreach (KeyValuePair<string, object?> property in properties)
        {
            object? value = PowerShellValue.BaseOf(property.Value) is IList { Count: > 0 } list ? list[0] : property.Value;
            if (!NumberSource.IsObject(value))
            {
                continue;
            }

            if (NumberSource.NumberOf(value!) is not null)
            {
                return [property.Key];
            }

            // The properties of anything else may take their time.
            bool isPlain = PowerShellValue.BaseOf(value) is PSCustomObject or IDictionary;
            if (isPlain && depth > 1 && PathToServers(PropertiesOf(value!), depth - 1) is { } rest)
            {
                return [property.Key, .. rest];
            }
        }

        return null;
    }

    // A number under a name that speaks of a server, before one that is called a number.
    private static string? Likely(IReadOnlyList<KeyValuePair<string, object?>> properties)
    {
        string[] numbers = properties.Where(property => IsNumber(property.Value)).Select(property => property.Key).ToArray();
        return numbers.FirstOrDefault(name => s_likelyParts.Any(part => Has(name, part)))
            ?? numbers.FirstOrDefault(name => s_likelyEnds.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Has(string name, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, part, CompareOptions.OrdinalIgnoreCase) >= 0;

    private static string? Delimiter(IReadOnlyList<KeyValuePair<string, object?>> properties) => properties.Count == 1
        ? s_delimiters.Where(properties[0].Key.Contains).Select(delimiter => delimiter == "\t" ? "\"`t\"" : $"'{delimiter}'").FirstOrDefault()
        : null;

    private static bool IsNumber(object? value) =>
        value?.ToString()?.Trim() is { Length: > 0 } text && text.All(c => c is >= '0' and <= '9');

    private static string Member(string name) => "." + Quoted(name);

    private static string Quoted(string name) =>
        name.All(c => c is '_' || char.IsLetterOrDigit(c)) ? name : $"'{PlainText.Visible(name).Replace("'", "''")}'";

    private static List<KeyValuePair<string, object?>> PropertiesOf(object source)
    {
        var properties = new List<KeyValuePair<string, object?>>();
        if (PowerShellValue.BaseOf(source) is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                properties.Add(new(entry.Key.ToString() ?? string.Empty, entry.Value));
            }
        }
        else
        {
            foreach (PSPropertyInfo property in PSObject.AsPSObject(source).Properties)
            {
                properties.Add(new(property.Name, NumberSource.ValueOf(property)));
            }
        }

        return properties;
    }
}
