using System;
using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Completion;
using NcloudServer.Http;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>The base of every cmdlet that calls the API: the connection's parameters, the API client, and Ctrl+C.</summary>
public abstract class NcpCommandBase : PSCmdlet, IServerCommand, IDisposable
{
    private static readonly TimeSpan s_betweenLogs = TimeSpan.FromSeconds(0.2);

    // Not disposed: it holds no resources, and Ctrl+C may come after the end.
    private readonly CancellationTokenSource _stopping = new();
    private ConnectionSettings? _settings;
    private NcloudClient? _client;

    private protected NcpCommandBase()
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
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The gateway's root. Default: the named profile's, NCLOUD_API_GW, the default profile's, the public gateway.</summary>
    [Parameter]
    [Alias("ApiUrl")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(EndpointCompleter))]
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

    private protected ActivityLog Log { get; } = new();

    private protected virtual int RequestsInFlight => 1;

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    private protected ConnectionSettings Settings => _settings ??= new ConnectionSettings
    {
        Credential = Credential is null
            ? null
            : (Credential.UserName ?? string.Empty, new NetworkCredential(string.Empty, Credential.Password).Password),
        ProfileName = ProfileName,
        EndpointUrl = EndpointUrl,
    };

    /// <summary>The API client. It is made when it is first needed: -WhatIf needs no credentials.</summary>
    /// <exception cref="NcpException">Credentials or endpoint are missing or not acceptable.</exception>
    private protected NcloudClient Connect()
    {
        if (_client is null)
        {
            Uri apiBase = Settings.ApiBase();
            HttpTransport transport = ProxyTransport.For(apiBase, Proxy, ProxyCredential?.GetNetworkCredential());
            NcloudClient client = _client = new NcloudClient(apiBase, Settings.Credentials(), transport, Options(), Log);
            Await(async token =>
            {
                await client.AuthenticateAsync(token).ConfigureAwait(false);
                return true;
            });
        }

        return _client;
    }

    /// <summary>Runs a task to its end on the pipeline's thread, and writes messages meanwhile; Ctrl+C ends it.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> start)
    {
        try
        {
            Task<T> task = Task.Run(() => start(_stopping.Token));
            // Waits until the task ends in any way: the result below throws its exception.
            while (Task.WaitAny([task], (int)s_betweenLogs.TotalMilliseconds, _stopping.Token) < 0)
            {
                WriteLog();
            }

            WriteLog();
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Cancels what is in progress; nothing is sent.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels what is in progress.</summary>
    /// <param name="disposing">False if a finalizer calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stopping.Cancel();
            _client?.Dispose();
        }
    }

    CancellationToken IServerCommand.StopToken => _stopping.Token;

    NcloudClient IServerCommand.Connect() => Connect();

    T IServerCommand.Await<T>(Func<CancellationToken, Task<T>> start) => Await(start);

    void IServerCommand.WriteLog() => WriteLog();

    void IServerCommand.WriteServer(ServerInstance server)
    {
        SeenObjects.Add(server);
        WriteObject(server);
    }

    private ClientOptions Options() => new()
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        ThrottleLimit = RequestsInFlight,
        Retry = new RetryPolicy(MaximumRetryCount),
    };

    private void WriteLog()
    {
        while (Log.TryTake(out (ActivityKind Kind, string Text) entry))
        {
            if (entry.Kind == ActivityKind.Verbose)
            {
                WriteVerbose(entry.Text);
            }
            else
            {
                WriteDebug(entry.Text);
            }
        }
    }
}
