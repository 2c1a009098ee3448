using System;
using System.Management.Automation;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>A cmdlet whose action takes many numbers in one request, and whose effect can be waited for.</summary>
public abstract class ServerInstanceBatchCommandBase : ServerInstanceChangeCommandBase
{
    private protected ServerInstanceBatchCommandBase()
    {
    }

    /// <summary>The most numbers in one request, 1 to 1000. Default: 100. A request whose address would grow past 8,000 characters holds fewer.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Waits until each server is where the action brings it, and writes it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait for each server, in seconds, 1 to 86400. Default: 900.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int WaitTimeoutSec { get; set; } = 900;

    /// <summary>How long to pause between two looks at the servers, in seconds, 1 to 3600. Default: 5.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int PollingIntervalSec { get; set; } = 5;

    private protected sealed override BatchOptions BatchOptions() => new()
    {
        Action = Action,
        Target = Wait ? Action.Target : null,
        Wait = new WaitOptions(TimeSpan.FromSeconds(WaitTimeoutSec), TimeSpan.FromSeconds(PollingIntervalSec)),
        BatchSize = BatchSize,
        ThrottleLimit = ThrottleLimit,
    };
}
