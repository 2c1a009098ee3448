using System.Collections.Specialized;

namespace NcloudServer.Binding;

/// <summary>Makes the parameters of one call of a dictionary or an object. A server stands for its number and region, a region for itself.</summary>
public sealed class ApiParametersAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return ParametersOf(inputData);
        }
        catch (NcpParameterException e)
        {
            // The cmdlet tells it, with an error id of its own: the engine would only say that nothing fits.
            return new RefusedInput(e);
        }
    }

    private static IDictionary ParametersOf(object? input) => (PowerShellValue.Revived(input) ?? PowerShellValue.BaseOf(input)) switch
    {
        IDictionary dictionary => dictionary,
        ServerInstance { RegionCode.Length: 0 } server => new OrderedDictionary { ["serverInstanceNo"] = server.ServerInstanceNo },
        ServerInstance server => new OrderedDictionary { ["serverInstanceNo"] = server.ServerInstanceNo, ["regionCode"] = server.RegionCode },
        Region region => new OrderedDictionary { ["regionCode"] = region.RegionCode },
        string or ValueType or IEnumerable or ScriptBlock or null => throw Refused(input),
        _ => PowerShellValue.Properties(PSObject.AsPSObject(input)) is { Count: > 0 } properties ? properties : throw Refused(input),
    };

    private static NcpParameterException Refused(object? input) => new(
        string.Empty,
        $"{PowerShellValue.BaseOf(input)?.GetType().Name ?? "$null"} is not a set of parameters.",
        "Give a dictionary, for example @{ serverInstanceNo = 1234567 }, or pipe dictionaries or objects with properties of these names.");
}

/// <summary>Stands for input that is not a set of parameters.</summary>
internal sealed class RefusedInput(NcpParameterException failure) : OrderedDictionary
{
    public NcpParameterException Failure { get; } = failure;

    /// <exception cref="NcpParameterException">The input was refused.</exception>
    public static IDictionary OrThrow(IDictionary? parameters) =>
        parameters is RefusedInput refused ? throw refused.Failure : parameters ?? new OrderedDictionary();
}
