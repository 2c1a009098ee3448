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

    /// <summary>Why an object, of which the engine makes this text, can't be acted on; null where it has a number, valid or not.</summary>
    public static NcpException? Failure(object source, string text)
    {
        if (!NumberSource.IsObject(source))
            return null;

        (string Name, object? Value)[] properties = PropertiesOf(source);
        bool isDictionary = PowerShellValue.BaseOf(source) is IDictionary;
        string? own = properties.Select(property => property.Name)
            .FirstOrDefault(name => ServerInstanceNoAttribute.PropertyNames.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (own is not null && NumberSource.NumberOf(source) is not null)
            return null;

        string had = properties.Length == 0 ? "nothing"
            : string.Join(", ", properties.Take(MostNames).Select(property => PlainText.Of(property.Name, LongestName)))
                + (properties.Length > MostNames ? ", …" : string.Empty);
        string problem = isDictionary ? $"This is a hashtable, not an object with a property ServerInstanceNo; its keys are {had}."
            : own is not null ? $"The property {own} of this object is empty."
            : $"This object has no property ServerInstanceNo; it has {had}.";
        return new NcpServerInstanceException(NcpErrorId.NcpInvalidServerInstanceNo, text, problem, isDictionary && own is not null
            // A script block would leave out the region.
            ? "Put ForEach-Object { [pscustomobject]$_ } before this command."
            : Advice(properties));
    }

    private static string Advice((string Name, object? Value)[] properties) =>
        PathToServers(properties, DeepestList) switch
        {
            { Length: 1 } path => $"The servers are in {path[0]}: put Select-Object -ExpandProperty {Quoted(path[0])} before this command.",
            { } path => $"The servers are further down: put ForEach-Object {{ $_{string.Concat(path.Select(Member))} }} before this command.",
            null when Likely(properties) is { } name => $"To take the number from there, use -ServerInstanceNo {{ $_{Member(name)} }}.",
            null when Delimiter(properties) is { } delimiter =>
                $"The file seems to have been read with the wrong delimiter: use Import-Csv -Delimiter {delimiter}.",
            null => "Pipe servers, or objects with a property ServerInstanceNo. To take the number from another property, use a script block, "
                + "such as -ServerInstanceNo { $_.InstanceNo }.",
        };

    private static string[]? PathToServers((string Name, object? Value)[] properties, int depth)
    {
        foreach ((string name, object? content) in properties)
        {
            object? value = PowerShellValue.BaseOf(content) is IList { Count: > 0 } list ? list[0] : content;
            if (!NumberSource.IsObject(value))
                continue;

            if (NumberSource.NumberOf(value!) is not null)
                return [name];

            // The properties of anything else may take their time.
            bool isPlain = PowerShellValue.BaseOf(value) is PSCustomObject or IDictionary;
            if (isPlain && depth > 1 && PathToServers(PropertiesOf(value!), depth - 1) is { } rest)
                return [name, .. rest];
        }

        return null;
    }

    // A number under a name that speaks of a server, before one that is called a number.
    private static string? Likely((string Name, object? Value)[] properties)
    {
        string[] numbers = properties.Where(property => IsNumber(property.Value)).Select(property => property.Name).ToArray();
        return numbers.FirstOrDefault(name => s_likelyParts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            ?? numbers.FirstOrDefault(name => s_likelyEnds.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Delimiter((string Name, object? Value)[] properties) => properties.Length == 1
        ? s_delimiters.Where(properties[0].Name.Contains).Select(delimiter => delimiter == "\t" ? "\"`t\"" : $"'{delimiter}'").FirstOrDefault()
        : null;

    private static bool IsNumber(object? value) =>
        value?.ToString()?.Trim() is { Length: > 0 } text && text.All(c => c is >= '0' and <= '9');

    private static string Member(string name) => "." + Quoted(name);

    private static string Quoted(string name) =>
        name.All(c => c is '_' || char.IsLetterOrDigit(c)) ? name : $"'{PlainText.Visible(name).Replace("'", "''")}'";

    private static (string Name, object? Value)[] PropertiesOf(object source) => PowerShellValue.BaseOf(source) is IDictionary dictionary
        ? dictionary.Keys.Cast<object>().Select(key => (key.ToString() ?? string.Empty, (object?)dictionary[key])).ToArray()
        : PSObject.AsPSObject(source).Properties.Select(property => (property.Name, PowerShellValue.ValueOrNull(property))).ToArray();
}
