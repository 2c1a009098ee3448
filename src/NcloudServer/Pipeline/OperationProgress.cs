using System.Globalization;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Shows how far an operation has come.</summary>
internal sealed class OperationProgress(NcpCommandBase command, string activity)
{
    /// <summary>As often as a person looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private const int Id = 0x4E6370;

    // What is done sooner needs no bar.
    private static readonly TimeSpan s_without = TimeSpan.FromSeconds(1);

    private DateTime _begin;
    private DateTime _shown;
    private string? _state;
    private DateTime _since;

    /// <summary>Shows it after some time without a change, and in between as often as is of use.</summary>
    public void Refresh(BatchOperation operation, bool isChanged)
    {
        DateTime now = DateTime.UtcNow;
        _begin = _begin == default ? now : _begin;
        if (now - _begin >= s_without && (!isChanged || now - _shown > Interval))
        {
            _shown = now;
            command.WriteProgress(new ProgressRecord(Id, activity, Status(operation))
            {
                PercentComplete = (int)(100L * operation.Returned / Math.Max(operation.Added, 1)),
            });
        }
    }

    public void Hide()
    {
        if (_shown != default)
        {
            command.WriteProgress(new ProgressRecord(Id, activity, "done") { RecordType = ProgressRecordType.Completed });
            _shown = default;
        }
    }

    private string Status(BatchOperation operation)
    {
        string status = $"{operation.Returned} of {operation.Added}";
        if (operation.Waiting is not { Count: > 0 } waiting)
        {
            return status;
        }

        if (_state != waiting.State)
        {
            (_state, _since) = (waiting.State, DateTime.Now);
        }

        // The narrow bar of PowerShell 7 shows the status alone. How long a server takes is not known: what is left of the time limit would
        // be taken for it.
        return $"{status}, {waiting.Most} {waiting.State} since {_since.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }
}
