using System.Globalization;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Writes an operation's outcomes, messages and progress to the pipeline, on the pipeline's thread.</summary>
internal sealed class OutcomeWriter(NcpCommandBase command, string activity)
{
    private const int ProgressId = 0x4E6370;

    // What is done sooner needs no bar.
    private static readonly TimeSpan s_withoutProgress = TimeSpan.FromSeconds(1);

    // As often as a person looks.
    private static readonly TimeSpan s_betweenProgress = TimeSpan.FromSeconds(0.5);

    private DateTime _begin;
    private DateTime _shown;
    private string? _state;
    private DateTime _since;

    /// <summary>Writes what is known, and waits for more until it is enough.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public void Write(BatchOperation operation, Func<BatchOperation, bool> isEnough)
    {
        try
        {
            WriteKnown(operation);
            while (!isEnough(operation))
            {
                ShowProgress(operation, isChanged: operation.WaitForChange(s_betweenProgress, command.StopToken));
                WriteKnown(operation);
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch
        {
            // -ErrorAction Stop and a later command of the pipeline end this one without EndProcessing.
            TryHideProgress();
            throw;
        }
    }

    /// <summary>Writes a number's failure: in a word, where the error that ends the command will tell the cause for all.</summary>
    public void WriteFailure(NcpException failure, string number, string? regionCode = null)
    {
        object target = ErrorRecords.Target(number, regionCode);
        command.WriteError(
            failure.IsFatal && !command.EndsWithError ? ErrorRecords.Brief(failure, target) : ErrorRecords.From(failure, target));
    }

    public void HideProgress()
    {
        if (_shown != default)
        {
            command.WriteProgress(new ProgressRecord(ProgressId, activity, "done") { RecordType = ProgressRecordType.Completed });
            _shown = default;
        }
    }

    private void TryHideProgress()
    {
        try
        {
            HideProgress();
        }
        catch (PipelineStoppedException)
        {
            // After Ctrl+C the engine takes nothing any more, and the host removes the bar itself.
        }
    }

    private void WriteKnown(BatchOperation operation)
    {
        operation.ResetChanged();
        while (operation.TryTake() is { } outcome)
        {
            // What was logged on the way to an outcome is there by now; this may be the last one.
            command.WriteLog();
            if (outcome.Failure is { } failure)
            {
                WriteFailure(failure, outcome.ServerInstanceNo, outcome.RegionCode);
            }
            else
            {
                command.WriteServer(outcome.Instance!);
            }
        }

        command.WriteLog();
    }

    // After some time without a change, and in between as often as is of use.
    private void ShowProgress(BatchOperation operation, bool isChanged)
    {
        DateTime now = DateTime.UtcNow;
        _begin = _begin == default ? now : _begin;
        if (now - _begin >= s_withoutProgress && (!isChanged || now - _shown > s_betweenProgress))
        {
            _shown = now;
            command.WriteProgress(new ProgressRecord(ProgressId, activity, Status(operation))
            {
                PercentComplete = (int)(100L * operation.Returned / Math.Max(operation.Added, 1)),
            });
        }
    }

    private string Status(BatchOperation operation)
    {
        string status = $"{operation.Returned} of {operation.Added}";
        if (operation.Waiting is not { } waiting)
            return status;

        if (_state != waiting.State)
            (_state, _since) = (waiting.State, DateTime.Now);

        // The narrow bar of PowerShell 7 shows the status alone. How long a server takes is not known: what is left of the time limit would
        // be taken for it.
        return $"{status}, {waiting.Count} {waiting.State} since {_since.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }
}
