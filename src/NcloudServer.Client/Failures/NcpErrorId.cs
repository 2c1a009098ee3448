namespace NcloudServer;

/// <summary>The causes of errors. The names are the error ids in PowerShell, and they never change.</summary>
public enum NcpErrorId
{
    /// <summary>No source has an access key.</summary>
    NcpCredentialNotFound,
    /// <summary>A source has only half of a key pair, or can't be read.</summary>
    NcpCredentialIncomplete,
    /// <summary>The service rejects the key pair, the signature or the timestamp.</summary>
    NcpAuthenticationFailed,
    /// <summary>The requested profile is not in the file.</summary>
    NcpProfileNotFound,
    /// <summary>The account lacks a permission.</summary>
    NcpPermissionDenied,
    /// <summary>The endpoint is not an https address.</summary>
    NcpInsecureEndpoint,
    /// <summary>The text is not a valid server instance number.</summary>
    NcpInvalidServerInstanceNo,
    /// <summary>A parameter of an action can't be sent, or two of them contradict each other.</summary>
    NcpInvalidParameter,
    /// <summary>There is no such server in the region.</summary>
    NcpServerInstanceNotFound,
    /// <summary>Another operation is in progress on the server.</summary>
    NcpServerInstanceBusy,
    /// <summary>The action is not possible in the server's state.</summary>
    NcpServerInstanceStateInvalid,
    /// <summary>The service refused the request for another reason, which its code and text tell.</summary>
    NcpRequestRefused,
    /// <summary>The account's quota is used up.</summary>
    NcpQuotaExceeded,
    /// <summary>Too many requests, even after waiting.</summary>
    NcpRateLimited,
    /// <summary>The service is unavailable.</summary>
    NcpServiceUnavailable,
    /// <summary>No connection to the service.</summary>
    NcpConnectionFailed,
    /// <summary>The service did not answer in time.</summary>
    NcpRequestTimeout,
    /// <summary>The server did not reach the wanted status in time.</summary>
    NcpWaitTimeout,
    /// <summary>The action was accepted and then failed, or the server is at rest elsewhere: it will not reach the wanted status.</summary>
    NcpServerInstanceFailed,
    /// <summary>Whether the action was carried out could not be found out.</summary>
    NcpOutcomeUnknown,
    /// <summary>The response is not from the service, or can't be read.</summary>
    NcpInvalidResponse,
}
