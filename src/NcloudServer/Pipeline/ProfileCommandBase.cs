using NcloudServer.Profiles;

namespace NcloudServer.Pipeline;

/// <summary>The base of the cmdlets for the file of profiles: its errors, and Ctrl+C.</summary>
public abstract class ProfileCommandBase : PSCmdlet
{
    private static int s_hasWarned;

    private protected ProfileCommandBase()
    {
    }

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
    }

    private protected void ThrowIfStopping()
    {
        if (Stopping)
            throw new PipelineStoppedException();
    }
}
