using System.Collections;
using System.Collections.Specialized;

namespace NcloudServer.Binding;

/// <summary>Stands for input that is not a set of parameters.</summary>
/// <param name="failure">Why it is not.</param>
internal sealed class RefusedInput(NcpParameterException failure) : OrderedDictionary
{
    public NcpParameterException Failure { get; } = failure;

    /// <summary>The parameters, or the reason why there are none.</summary>
    /// <exception cref="NcpParameterException">The input was refused.</exception>
    public static IDictionary OrThrow(IDictionary? parameters) =>
        parameters is RefusedInput refused ? throw refused.Failure : parameters ?? new OrderedDictionary();
}
