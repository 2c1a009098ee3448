using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace NcloudServer.Commands;

/// <summary>
/// Takes the number out of an object that has one. By itself the engine finds it there only where it is text: for any other type
/// (a number from JSON, say) it would rather take the whole object as text.
/// </summary>
public sealed class ServerInstanceNoAttribute : ArgumentTransformationAttribute
{
    private const string PropertyName = "ServerInstanceNo";

    // Known by its identity: nothing that a user gives is this instance.
    private static readonly string?[] s_region = [string.Empty];

    /// <summary>Whether a piped region counts as one, and not as a text that is no number.</summary>
    public bool TakesRegions { get; set; }

    /// <summary>Whether what was bound stands for a region, whose code the engine has bound to -RegionCode.</summary>
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

    // One that has crossed a session, or comes from a file, has the property alone.
    private static bool IsRegion(object item)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(item).Properties;
        return properties["RegionCode"] is not null && properties[PropertyName] is null;
    }

    // What the binder itself makes texts with: the same text comes out, in every culture.
    private static string?[] NumbersOf(IList items) =>
        items.Cast<object?>().Select(item => LanguagePrimitives.ConvertTo<string>(Value(item) ?? item)).ToArray();

    private static object? Value(object? item) => item is null or string or int or long
        ? null
        : PSObject.AsPSObject(item).Properties[PropertyName]?.Value is { } value ? (value as PSObject)?.BaseObject ?? value : null;
}
