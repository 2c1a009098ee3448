using NcloudServer.Api;
using NcloudServer.Completion;
using NcloudServer.Pipeline;

namespace NcloudServer.Bases;

/// <summary>The base of every cmdlet that calls the API: the API client, and Ctrl+C.</summary>
public abstract class NcpCommandBase : ConnectionCommandBase, IServerCommand, IDisposable
{
    private static readonly TimeSpan s_betweenLogs = TimeSpan.FromSeconds(0.2);

    // Not disposed: it holds no resources, and Ctrl+C may come after the end.
    private readonly CancellationTokenSource _stopping = new();
    private NcloudClient? _client;

    private protected NcpCommandBase()
    {
    }

    private protected virtual int RequestsInFlight => 1;

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>The API client. It is made when it is first needed: -WhatIf needs no credentials.</summary>
    /// <exception cref="NcpException">Credentials or endpoint are missing or not acceptable.</exception>
    private NcloudClient Connect()
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
    private protected T Await<T>(Func<NcloudClient, CancellationToken, Task<T>> start)
    {
        NcloudClient client = Connect();
        try
        {
            Task<T> task = Task.Run(() => start(client, _stopping.Token));
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

    /// <summary>Awaits a task whose failure ends the command.</summary>
    /// <inheritdoc cref="Await"/>
    private protected T AwaitOrEnd<T>(Func<NcloudClient, CancellationToken, Task<T>> start)
    {
        try
        {
            return Await(start);
        }
        catch (NcpException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target: null));
            throw;
        }
    }

    /// <summary>What a common parameter says, else the variable that it overrides.</summary>
    private protected object? Preference(string parameter, string variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) ? given : GetVariableValue(variable);

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

    bool IServerCommand.EndsWithError =>
        Preference("ErrorAction", "ErrorActionPreference")?.ToString() is not ("Continue" or "SilentlyContinue" or "Ignore");

    NcloudClient IServerCommand.Connect() => Connect();

    T IServerCommand.Await<T>(Func<NcloudClient, CancellationToken, Task<T>> start) => Await(start);

    void IServerCommand.WriteLog() => WriteLog();

    void IServerCommand.WriteServer(ServerInstance server)
    {
        SeenObjects.Add(server);
        WriteObject(server);
    }

    private void WriteLog() => _client?.WriteLog(WriteVerbose, WriteDebug);
}
