using System.Net;
using NcloudServer.Api;
using NcloudServer.Binding;
using NcloudServer.Completion;

namespace NcloudServer.Bases;

/// <summary>The parameters of a connection, and what follows from them.</summary>
public abstract class ConnectionCommandBase : PSCmdlet
{
    private ConnectionSettings? _settings;

    private protected ConnectionCommandBase()
    {
    }

    /// <summary>
    /// The access key as user name and the secret key as password. Default: a named profile, the environment, the file of profiles, the
    /// server's role.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The profile of <c>~/.ncloud/configure</c> to use. Default: NCLOUD_PROFILE, else DEFAULT.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completer))]
    public string? ProfileName { get; set; }

    /// <summary>
    /// The gateway's root. Default: the named profile's, NCLOUD_API_GW, that of NCLOUD_SITE, the default profile's, the public gateway.
    /// </summary>
    [Parameter]
    [Alias("ApiUrl")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(Completer))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The time-out of one request with its whole response, in seconds, 1 to 3600. Default: 60.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a transient failure is retried, 0 to 20. Default: 3.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 3;

    /// <summary>The proxy to use: an absolute http or https address. Default: the system's.</summary>
    [Parameter]
    [ValidateNotNull]
    [ProxyAddress]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Signs in to the proxy as the user who runs PowerShell. Not together with -ProxyCredential.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, not even the system's.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Nothing is read before it is asked for.</summary>
    private protected ConnectionSettings Settings => _settings ??= new ConnectionSettings
    {
        Credential = Credential is null
            ? null
            : (Credential.UserName ?? string.Empty, new NetworkCredential(string.Empty, Credential.Password).Password),
        ProfileName = ProfileName,
        EndpointUrl = EndpointUrl,
        IsDirect = NoProxy,
        Proxy = Proxy,
        ProxyCredential = ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : ProxyCredential?.GetNetworkCredential(),
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // As Invoke-RestMethod says it: neither of the two is more meant than the other.
        if (ProxyUseDefaultCredentials && ProxyCredential is not null)
        {
            RefuseTogether("-ProxyCredential and -ProxyUseDefaultCredentials", "ProxyCredentialConflict");
        }
        else if (NoProxy && (Proxy is not null || ProxyCredential is not null || ProxyUseDefaultCredentials))
        {
            RefuseTogether("-NoProxy and the other parameters of a proxy", "ProxyConflict");
        }
    }

    private void RefuseTogether(string parameters, string errorId) => ThrowTerminatingError(new ErrorRecord(
        new PSArgumentException($"{parameters} can't be used together. Use one of them."),
        errorId,
        ErrorCategory.InvalidArgument,
        targetObject: null));
}
