using System.Management.Automation;

namespace NcloudServer.Commands;

/// <summary>A cmdlet whose action takes many numbers in one request.</summary>
public abstract class ServerInstanceBatchCommandBase : ServerInstanceCommandBase
{
    private protected ServerInstanceBatchCommandBase()
    {
    }

    /// <summary>The most numbers in one request, 1 to 1000. Default: 100. A request whose address would grow past 8,000 characters holds fewer.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int BatchSize { get; set; } = 100;

    private protected sealed override int NumbersPerRequest => BatchSize;
}
