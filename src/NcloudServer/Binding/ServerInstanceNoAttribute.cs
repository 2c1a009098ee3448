namespace NcloudServer.Binding;

/// <summary>
/// Gets the number from an object that has it as a property. The engine does this only if the property is text: for any other
/// type, such as a number from JSON, it converts the whole object to text.
/// </summary>
public sealed class ServerInstanceNoAttribute : ArgumentTransformationAttribute
{
    /// <summary>What the number is called in objects. Not Id: too much else has one, and what it identifies must not be stopped.</summary>
    internal static readonly string[] PropertyNames = ["ServerInstanceNo", "Number"];

    // What a region has, and what a job or a remote session adds to it.
    private static readonly string[] s_regionProperties =
        ["RegionCode", "RegionName", "PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

    // Compared by reference: no input of a user is this instance.
    private static readonly string?[] s_region = [string.Empty];

    /// <summary>Whether a piped region selects that region instead of being an invalid number.</summary>
    public bool TakesRegions { get; set; }

    /// <summary>Whether the bound value stands for a region, whose code the engine has bound to -RegionCode.</summary>
    internal static bool StandsForRegion(string?[]? numbers) => ReferenceEquals(numbers, s_region);

    /// <summary>The texts that a piped object is bound as.</summary>
    internal static string?[]? TextsOf(object? piped) =>
        LanguagePrimitives.ConvertTo<string?[]?>(new ServerInstanceNoAttribute().Transform(null!, piped));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        null or string => inputData,
        PSObject { BaseObject: string text } => NumberSource.TellsMore(inputData) ? NumberSource.Keep([text], inputData) : inputData,
        _ when TakesRegions && IsRegion(inputData) => s_region,
        IList list => NumbersOf(list),
        PSObject { BaseObject: IList list } => NumbersOf(list),
        _ when Value(inputData) is { } value => PowerShellValue.BaseOf(value) is IList numbers ? NumbersOf(numbers, inputData)
            : NumberSource.Keep([TextOf(Value(value) ?? value)], NumberSource.TellsMore(value) ? value : inputData),
        // What has no number is told by its properties, not by the text that the engine would make of it.
        _ => NumberSource.IsObject(inputData) ? NumberSource.Keep([TextOf(inputData)], inputData) : inputData,
    };

    // A deserialized region has only its properties. An object with others, such as a network, means less than all servers of its region.
    private static bool IsRegion(object item)
    {
        PSObject region = PSObject.AsPSObject(item);
        return region.Properties["RegionCode"] is not null
            && region.Properties.All(property => s_regionProperties.Contains(property.Name, StringComparer.OrdinalIgnoreCase));
    }

    private static string?[] NumbersOf(IList items, object? holder = null) =>
        (items.Cast<object?>().Any(NumberSource.TellsMore) ? items : holder) is { } source
            ? NumberSource.Keep(TextsOf(items), source) : TextsOf(items);

    private static string?[] TextsOf(IList items) => items.Cast<object?>().Select(item => TextOf(Value(item) ?? item)).ToArray();

    // The conversion that the binder itself uses: the same text in every culture.
    private static string? TextOf(object? item) => LanguagePrimitives.ConvertTo<string>(item);

    private static object? Value(object? item) => item is null or string or int or long ? null : NumberSource.NumberOf(item);
}
