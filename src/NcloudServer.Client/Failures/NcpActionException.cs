namespace NcloudServer;

/// <summary>Whether an action was carried out is not known.</summary>
public sealed class NcpActionException : NcpException
{
    internal NcpActionException(NcpErrorId id, string action, string message, string recommendedAction, Exception innerException)
        : base(id, message, recommendedAction, innerException) => Action = action;

    /// <summary>The action's name in the API.</summary>
    public string Action { get; }
}
