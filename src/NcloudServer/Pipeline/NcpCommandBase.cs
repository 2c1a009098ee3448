using System.Net;
using NcloudServer.Api;
using NcloudServer.Binding;
using NcloudServer.Completion;

namespace NcloudServer.Pipeline;

/// <summary>The base of every cmdlet that calls the API: the parameters of a connection, the API client, and Ctrl+C.</summary>
public abstract class NcpCommandBase : PSCmdlet, IDisposable
{
    private const int MillisecondsBetweenLogs = 200;

    // Not disposed: it holds no resources, and Ctrl+C may come after the end.
    private readonly CancellationTokenSource _stopping = new();
    private ConnectionSettings? _settings;
    private NcloudClient? _client;

    private protected NcpCommandBase()
    {
    }

    /// <summary>The access key as user name, the secret key as password. Default: a named profile, the environment, the file, the role.</summary>
    [Parameter, ValidateNotNull, Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The profile of <c>~/.ncloud/configure</c> to use. Default: NCLOUD_PROFILE, else DEFAULT.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(Completer))]
    public string? ProfileName { get; set; }

    /// <summary>The gateway's root. Default: the named profile's, NCLOUD_API_GW, that of NCLOUD_SITE, the default profile's, public.</summary>
    [Parameter, Alias("ApiUrl"), ValidateNotNull, ArgumentCompleter(typeof(Completer))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The time-out of one request with its whole response, in seconds, 1 to 3600. Default: 60.</summary>
    [Parameter, ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a transient failure is retried, 0 to 20. Default: 3.</summary>
    [Parameter, ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 3;

    /// <summary>The proxy to use: an absolute http or https address. Default: the system's.</summary>
    [Parameter, ValidateNotNull, ProxyAddress]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy.</summary>
    [Parameter, ValidateNotNull, Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Signs in to the proxy as the user who runs PowerShell. Not together with -ProxyCredential.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, not even the system's.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    private protected virtual int RequestsInFlight => 4;
    internal CancellationToken StopToken => _stopping.Token;

    /// <summary>Whether the first error is the last one, because the user wants it so (-ErrorAction Stop) or is asked.</summary>
    internal bool EndsWithError =>
        Preference("ErrorAction", "ErrorActionPreference")?.ToString() is not ("Continue" or "SilentlyContinue" or "Ignore");

    /// <summary>Whether a warning ends the command, or may, because the user is asked.</summary>
    internal bool EndsWithWarning => Preference("WarningAction", "WarningPreference")?.ToString() is "Stop" or "Inquire";

    /// <summary>Nothing is read before it is asked for.</summary>
    internal ConnectionSettings Settings => _settings ??= new ConnectionSettings
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

    /// <summary>The API client. It is made when it is first needed: -WhatIf needs no credentials.</summary>
    /// <exception cref="NcpException">Credentials or endpoint are missing or not acceptable.</exception>
    internal NcloudClient Connect()
    {
        if (_client is null)
        {
            _client = Settings.Connect(RequestsInFlight);
            WriteVerbose(Await((client, stopToken) => client.AuthenticateAsync(stopToken)));
        }

        return _client;
    }

    /// <summary>Connects, runs a task to its end, and writes messages meanwhile; Ctrl+C ends it.</summary>
    /// <param name="start">Starts the task, on another thread than the pipeline's: it must write nothing.</param>
    /// <exception cref="NcpException">The task failed, or there is no key.</exception>
    internal T Await<T>(Func<NcloudClient, CancellationToken, Task<T>> start)
    {
        NcloudClient client = Connect();
        try
        {
            Task<T> task = Task.Run(() => start(client, StopToken));
            // Waits until the task ends in any way: the result below throws its exception.
            while (Task.WaitAny([task], MillisecondsBetweenLogs, StopToken) < 0)
                WriteLog();

            WriteLog();
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>What a common parameter says, else the variable that it overrides.</summary>
    internal object? Preference(string parameter, string variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) ? given : GetVariableValue(variable);

    /// <summary>Writes the messages that have come up since the last call.</summary>
    internal void WriteLog() => _client?.WriteLog(WriteVerbose, WriteDebug);

    internal void WriteServer(ServerInstance server)
    {
        SeenObjects.Add(server);
        WriteObject(server);
    }

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
        new PSArgumentException($"{parameters} can't be used together. Use one of them."), errorId, ErrorCategory.InvalidArgument, null));

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>Cancels what is in progress; nothing is sent.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _client?.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    private protected virtual void Release()
    {
    }
}
