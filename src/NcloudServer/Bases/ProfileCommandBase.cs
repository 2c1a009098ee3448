using NcloudServer.Pipeline;
using NcloudServer.Profiles;

namespace NcloudServer.Bases;

/// <summary>The base of the cmdlets for the file of profiles: the file, its errors, and Ctrl+C.</summary>
public abstract class ProfileCommandBase : PSCmdlet, IDisposable
{
    private static int s_hasWarned;

    // Not disposed: it holds no resources, and Ctrl+C may come after the end.
    private readonly CancellationTokenSource _stopping = new();

    private protected ProfileCommandBase()
    {
    }

    private protected CancellationToken StopToken => _stopping.Token;

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string path = ConfigureFile.OfUser().Path;
        if (OwnerOnly.IsReadableByOthers(path) && Interlocked.Exchange(ref s_hasWarned, 1) == 0)
        {
            WriteWarning(
                $"Other users can read {path}. Set-NcpProfile and Remove-NcpProfile restrict it to its owner; "
                + "if others use this computer, replace the keys.");
        }
    }

    /// <summary>Cancels what is in progress.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs an action on the file; a failure ends the pipeline, because any other profile would fail too.</summary>
    private protected void OrEnd(Action action)
    {
        try
        {
            action();
        }
        catch (NcpException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target: null));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
