namespace NcloudServer;

/// <summary>What went wrong, one name a cause. The names are the error ids that PowerShell shows, and they never change.</summary>
public enum NcpErrorId
{
    /// <summary>No source has an access key.</summary>
    NcpCredentialNotFound,

    /// <summary>A source has half a key pair, or can't be read.</summary>
    NcpCredentialIncomplete,

    /// <summary>The service does not accept the key pair, the signature or the clock.</summary>
    NcpAuthenticationFailed,

    /// <summary>The profile that was asked for is not in the file.</summary>
    NcpProfileNotFound,

    /// <summary>The account may not do this.</summary>
    NcpPermissionDenied,

    /// <summary>The endpoint is no https address.</summary>
    NcpInsecureEndpoint,

    /// <summary>The text is no server instance number.</summary>
    NcpInvalidServerInstanceNo,

    /// <summary>There is no such server in the region.</summary>
    NcpServerInstanceNotFound,

    /// <summary>Another operation runs on the server.</summary>
    NcpServerInstanceBusy,

    /// <summary>The server's status rules the action out.</summary>
    NcpServerInstanceStateInvalid,

    /// <summary>The service refused for another reason: its code and text say which.</summary>
    NcpRequestRefused,

    /// <summary>The account's quota is used up.</summary>
    NcpQuotaExceeded,

    /// <summary>Too many requests, and waiting did not help.</summary>
    NcpRateLimited,

    /// <summary>The service is out of order.</summary>
    NcpServiceUnavailable,

    /// <summary>No connection to the service.</summary>
    NcpConnectionFailed,

    /// <summary>The service did not answer in time.</summary>
    NcpRequestTimeout,

    /// <summary>The server did not reach the wanted status in time.</summary>
    NcpWaitTimeout,

    /// <summary>Whether the action was carried out could not be found out.</summary>
    NcpOutcomeUnknown,

    /// <summary>What answered was not the service, or its answer can't be read.</summary>
    NcpInvalidResponse,
}
