using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using NcloudServer.Pipeline;
using NcloudServer.Profiles;

namespace NcloudServer.Commands;

/// <summary>What the cmdlets have in common that keep the file of profiles: the file, its errors, and the end by Ctrl+C.</summary>
public abstract class ProfileCommandBase : PSCmdlet, IDisposable
{
    private static int s_hasWarned;

    // Not disposed: it holds nothing that needs it, and Ctrl+C may come after the end.
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
        if (IsReadableByOthers(path) && Interlocked.Exchange(ref s_hasWarned, 1) == 0)
        {
            WriteWarning(
                $"{path} can be read by others than its owner. Set-NcpProfile and Remove-NcpProfile leave it with rights for the owner alone; if others use this computer, replace the keys.");
        }
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <summary>The file as it is now.</summary>
    private protected ConfigureFile ReadFile()
    {
        ConfigureFile file = ConfigureFile.OfUser();
        OrEnd(() => _ = file.Profiles);
        return file;
    }

    /// <summary>Does something to the file; a failure ends the pipeline, since no other profile could fare better.</summary>
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

    private protected void WriteNotFound(ConfigureFile file, string name) => WriteError(ErrorRecords.From(file.NotFound(name), name));

    private protected void WriteProfile(ConfigureFile file, ConfigureProfile profile) => WriteObject(ProfileView.Of(profile, file.Path));

    private static bool IsReadableByOthers(string path)
    {
        try
        {
            return File.Exists(path) && OwnerOnly.IsReadableByOthers(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
