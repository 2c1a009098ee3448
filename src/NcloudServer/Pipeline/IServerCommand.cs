using NcloudServer.Api;

namespace NcloudServer.Pipeline;

/// <summary>What a cmdlet offers to the classes that work for it. All of it belongs to the pipeline's thread.</summary>
internal interface IServerCommand
{
    bool Stopping { get; }

    CancellationToken StopToken { get; }

    /// <summary>Whether the first error is the last one, because the user wants it so (-ErrorAction Stop) or is asked.</summary>
    bool EndsWithError { get; }

    /// <summary>The API client, which the first call makes.</summary>
    /// <exception cref="NcpException">Credentials or endpoint are missing or not acceptable.</exception>
    NcloudClient Connect();

    /// <summary>Connects, and runs a task to its end; Ctrl+C ends it. The task must write nothing.</summary>
    T Await<T>(Func<NcloudClient, CancellationToken, Task<T>> start);

    void WriteServer(ServerInstance server);

    /// <summary>Writes the messages that have come up since the last call.</summary>
    void WriteLog();

    void WriteObject(object? sendToPipeline);

    void WriteWarning(string text);

    void WriteVerbose(string text);

    void WriteProgress(ProgressRecord progressRecord);

    void WriteError(ErrorRecord errorRecord);

    void ThrowTerminatingError(ErrorRecord errorRecord);
}
