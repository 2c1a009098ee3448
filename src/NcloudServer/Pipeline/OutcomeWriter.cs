using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Writes an operation's outcomes and messages to the pipeline, on the pipeline's thread.</summary>
internal sealed class OutcomeWriter(NcpCommandBase command, string activity)
{
    private readonly OperationProgress _progress = new(command, activity);

    /// <summary>Writes what is known, and waits for more until it is enough.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public void Write(BatchOperation operation, Func<BatchOperation, bool> isEnough)
    {
        try
        {
            WriteKnown(operation);
            while (!isEnough(operation))
            {
                _progress.Refresh(operation, isChanged: operation.WaitForChange(OperationProgress.Interval, command.StopToken));
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
            TryEnd();
            throw;
        }
    }

    /// <summary>Writes a number's failure: in a word, where the error that ends the command will tell the cause for all.</summary>
    public void WriteFailure(NcpException failure, string number) => command.WriteError(
        failure.IsFatal && !command.EndsWithError ? ErrorRecords.Brief(failure, number) : ErrorRecords.From(failure, number));

    /// <summary>Takes the progress away.</summary>
    public void End() => _progress.Hide();

    private void TryEnd()
    {
        try
        {
            End();
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
                WriteFailure(failure, outcome.ServerInstanceNo);
            }
            else
            {
                command.WriteServer(outcome.Instance!);
            }
        }

        command.WriteLog();
    }
}
