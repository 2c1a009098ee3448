using System.Globalization;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Shows how far an operation has come.</summary>
internal sealed class OperationProgress(IServerCommand command, string activity)
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
            command.WriteProgress(Record(operation));
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

    private ProgressRecord Record(BatchOperation operation)
    {
        string status = string.Format(CultureInfo.CurrentCulture, "{0} of {1}", operation.Returned, operation.Added);
        var record = new ProgressRecord(Id, activity, status)
        {
            PercentComplete = (int)(100L * operation.Returned / Math.Max(operation.Added, 1)),
        };
        if (operation.Waiting is { Count: > 0 } waiting)
        {
            if (_state != waiting.State)
            {
                (_state, _since) = (waiting.State, DateTime.Now);
            }

            // The narrow bar of PowerShell 7 shows the status description alone. How long a server takes is not known: what is left of the
            // time limit would be taken for it.
            string since = _since.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            record.StatusDescription = $"{status}, {waiting.Most} {waiting.State} since {since}";
        }

        return record;
    }
}
