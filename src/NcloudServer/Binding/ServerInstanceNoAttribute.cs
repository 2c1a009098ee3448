using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace NcloudServer.Commands;

/// <summary>
/// Gets the number from an object with the property ServerInstanceNo. The engine does this only if the property is text: for any other
/// type, such as a number from JSON, it converts the whole object to text.
/// </summary>
public sealed class ServerInstanceNoAttribute : ArgumentTransformationAttribute
{
    private const string PropertyName = "ServerInstanceNo";

    // Compared by reference: no input of a user is this instance.
    private static readonly string?[] s_region = [string.Empty];

    /// <summary>Whether a piped region selects that region instead of being an invalid number.</summary>
    public bool TakesRegions { get; set; }

    /// <summary>Whether the bound value stands for a region, whose code the engine has bound to -RegionCode.</summary>
    internal static bool StandsForRegion(string?[]? numbers) => ReferenceEquals(numbers, s_region);

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        null or string or PSObject { BaseObject: string } => inputData,
        _ when TakesRegions && IsRegion(inputData) => s_region,
        IList list => NumbersOf(list),
        PSObject { BaseObject: IList list } => NumbersOf(list),
        _ => Value(inputData) is { } value ? NumbersOf(value as IList ?? new[] { value }) : inputData,
    };

    // A deserialized region has only the property. A profile has it too, but the command would not use the profile's key.
    private static bool IsRegion(object item)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(item).Properties;
        return properties["RegionCode"] is not null && properties[PropertyName] is null && properties["ProfileName"] is null;
    }

    // The conversion that the binder itself uses: the same text in every culture.
    private static string?[] NumbersOf(IList items) =>
        items.Cast<object?>().Select(item => LanguagePrimitives.ConvertTo<string>(Value(item) ?? item)).ToArray();

    private static object? Value(object? item) => item is null or string or int or long
        ? null
        : PSObject.AsPSObject(item).Properties[PropertyName]?.Value is { } value ? (value as PSObject)?.BaseObject ?? value : null;
}
