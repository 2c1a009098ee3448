using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>A cmdlet whose action accepts many numbers in one request, and that can wait for its effect.</summary>
public abstract class ServerInstanceBatchCommandBase : ServerInstanceChangeCommandBase
{
    private protected ServerInstanceBatchCommandBase(ServerAction action, string question)
        : base(action, question)
    {
    }

    /// <summary>The most numbers in one request, 1 to 1000. Default: 100. Fewer if the URL would exceed 8,000 characters.</summary>
    [Parameter, ValidateRange(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Waits until each server has reached the state that the action leads to, and writes it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait for each server, in seconds, 1 to 86400. Default: 900.</summary>
    [Parameter, ValidateRange(1, LongestTimeoutSec)]
    public int WaitTimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>The pause between two queries of the state of the servers, in seconds, 1 to 3600. Default: 5.</summary>
    [Parameter, ValidateRange(1, LongestIntervalSec)]
    public int PollingIntervalSec { get; set; } = DefaultIntervalSec;

    internal sealed override BatchOptions BatchOptions() => new()
    {
        Action = Action,
        Target = Wait ? Action.Target : null,
        WaitTimeout = TimeSpan.FromSeconds(WaitTimeoutSec),
        PollingInterval = TimeSpan.FromSeconds(PollingIntervalSec),
        BatchSize = BatchSize,
    };
}
