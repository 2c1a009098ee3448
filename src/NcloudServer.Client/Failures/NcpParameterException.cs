namespace NcloudServer;

/// <summary>A parameter of an action can't be sent; nothing was sent.</summary>
public sealed class NcpParameterException : NcpException
{
    internal NcpParameterException(string parameterName, string message, string recommendedAction)
        : base(NcpErrorId.NcpInvalidParameter, message, recommendedAction) => ParameterName = parameterName;

    /// <summary>The parameter's name as it would be sent, for example <c>networkInterfaceList.1.subnetNo</c>; empty where it has none.</summary>
    public string ParameterName { get; }
}
