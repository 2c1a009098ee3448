using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace NcloudServer.Commands;

/// <summary>
/// Gets the number from an object with the property ServerInstanceNo, or Number as the tables call it. The engine does this only for the
/// first, and only if it is text: for any other type, such as a number from JSON, it converts the whole object to text.
/// </summary>
public sealed class ServerInstanceNoAttribute : ArgumentTransformationAttribute
{
    private const string PropertyName = "ServerInstanceNo";
    private const string HeaderName = "Number";

    // What a region has, and what a job or a remote session adds to it.
    private static readonly string[] s_regionProperties =
        ["RegionCode", "RegionName", "PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

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

    // A deserialized region has only its properties. An object with others, such as a network, means less than all servers of its region.
    private static bool IsRegion(object item)
    {
        PSObject region = PSObject.AsPSObject(item);
        return region.Properties["RegionCode"] is not null
            && region.Properties.All(property => s_regionProperties.Contains(property.Name, StringComparer.OrdinalIgnoreCase));
    }

    // The conversion that the binder itself uses: the same text in every culture.
    private static string?[] NumbersOf(IList items) =>
        items.Cast<object?>().Select(item => LanguagePrimitives.ConvertTo<string>(Value(item) ?? item)).ToArray();

    private static object? Value(object? item)
    {
        if (item is null or string or int or long)
        {
            return null;
        }

        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(item).Properties;
        object? value = (properties[PropertyName] ?? properties[HeaderName])?.Value;
        return (value as PSObject)?.BaseObject ?? value;
    }
}
