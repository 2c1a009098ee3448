namespace NcloudServer;

/// <summary>Credentials, profile or endpoint are missing, incomplete or not acceptable; nothing was sent.</summary>
public sealed class NcpConfigurationException : NcpException
{
    internal NcpConfigurationException(NcpErrorId id, string message, string recommendedAction, Exception? innerException = null)
        : base(id, message, recommendedAction, innerException)
    {
    }
}
