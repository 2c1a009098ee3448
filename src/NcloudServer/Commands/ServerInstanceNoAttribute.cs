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

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        null or string or PSObject { BaseObject: string or null } => inputData,
        IList { Count: > 0 } list => list.Cast<object?>().Select(NumberOf).ToArray(),
        PSObject { BaseObject: IList { Count: > 0 } list } => list.Cast<object?>().Select(NumberOf).ToArray(),
        _ => NumberOf(inputData),
    };

    private static object? NumberOf(object? item)
    {
        if (item is null or string or int or long)
        {
            return item;
        }

        // LanguagePrimitives is what the binder itself uses: the same text comes out, in every culture.
        object? value = PSObject.AsPSObject(item).Properties[PropertyName]?.Value;
        return value is null ? item : LanguagePrimitives.ConvertTo<string>(value);
    }
}
