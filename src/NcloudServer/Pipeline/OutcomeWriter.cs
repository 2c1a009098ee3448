using System;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Brings an operation's outcomes to the pipeline, on the pipeline's thread, and shows how far it has come.</summary>
internal sealed class OutcomeWriter(
    IServerCommand command, BatchOperation operation, string activity, CancellationToken cancellationToken) : IDisposable
{
    private const int ProgressId = 0x4E6370;

    // What is done sooner needs no bar; what takes longer moves it as often as a person looks.
    private static readonly TimeSpan s_withoutProgress = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_betweenProgress = TimeSpan.FromSeconds(0.5);

    private readonly DateTime _begin = DateTime.UtcNow;
    private DateTime _lastProgress;

    public BatchOperation Operation => operation;

    /// <summary>
    /// Ends the command if nothing can succeed any more: what was sent gets its answer first, and what was not its error.
    /// </summary>
    public void EndIfFatal()
    {
        if (operation.Fatal is { } fatal)
        {
            operation.Flush();
            Write(_ => operation.IsEmpty);
            HideProgress();
            command.ThrowTerminatingError(ErrorRecords.From(fatal, target: null));
        }
    }

    /// <summary>Writes what is known, and waits for more until it is enough.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public void Write(Func<BatchOperation, bool> isEnough)
    {
        try
        {
            WriteUntil(isEnough);
        }
        catch
        {
            // -ErrorAction Stop and a later command of the pipeline end this one without EndProcessing.
            TryHideProgress();
            throw;
        }
    }

    public void HideProgress()
    {
        if (_lastProgress != default)
        {
            command.WriteProgress(new ProgressRecord(ProgressId, activity, "done") { RecordType = ProgressRecordType.Completed });
            _lastProgress = default;
        }
    }

    public void Dispose() => operation.Dispose();

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

    private void WriteUntil(Func<BatchOperation, bool> isEnough)
    {
        while (true)
        {
            operation.ResetChanged();
            command.WriteLog();
            while (operation.TryTake() is { } outcome)
            {
                Write(outcome);
            }

            if (isEnough(operation))
            {
                return;
            }

            Wait();
        }
    }

    private void Write(Outcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            command.WriteError(ErrorRecords.From(failure, outcome.ServerInstanceNo));
        }
        else
        {
            command.WriteServer(outcome.Instance!);
        }
    }

    private void Wait()
    {
        try
        {
            if (!operation.WaitForChange(s_betweenProgress, cancellationToken) || DateTime.UtcNow - _lastProgress > s_betweenProgress)
            {
                ShowProgress();
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void ShowProgress()
    {
        if (DateTime.UtcNow - _begin < s_withoutProgress)
        {
            return;
        }

        _lastProgress = DateTime.UtcNow;
        string status = string.Format(CultureInfo.CurrentCulture, "{0} of {1}", operation.Returned, operation.Added);
        var record = new ProgressRecord(ProgressId, activity, status)
        {
            PercentComplete = (int)(100L * operation.Returned / Math.Max(operation.Added, 1)),
        };
        if (operation.Waiting is { Count: > 0 } waiting)
        {
            // The narrow bar of PowerShell 7 shows the status description alone.
            record.StatusDescription = $"{status}, {waiting.Status}";
            record.SecondsRemaining = Math.Max(0, (int)waiting.TimeLeft.TotalSeconds);
        }

        command.WriteProgress(record);
    }
}
