using System.Management.Automation;
using NcloudServer.Completion;
using NcloudServer.Operations;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>A cmdlet that takes server numbers, does something with them, and writes each one's outcome.</summary>
public abstract class ServerInstanceCommandBase : NcpCommandBase
{
    private NumberInput? _receiver;

    private protected ServerInstanceCommandBase()
    {
    }

    /// <summary>The numbers of the servers: digits alone. A number that is given twice counts once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ServerInstanceNo]
    [ArgumentCompleter(typeof(ServerInstanceNoCompleter))]
    public string?[]? ServerInstanceNo { get; set; }

    /// <summary>The region of the servers. Default: NCLOUD_REGION, else the service's first region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Region")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? RegionCode { get; set; }

    /// <summary>What is being done, in a few words, for the progress bar.</summary>
    private protected abstract string Activity { get; }

    /// <summary>What is done with the numbers.</summary>
    private protected abstract BatchOptions BatchOptions();

    /// <summary>Whether to act on a number; asks where asking is due.</summary>
    private protected virtual bool IsAgreed(string number, string? regionCode) => true;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => _receiver = new NumberInput(this, Activity, BatchOptions, IsAgreed);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => _receiver!.Receive(ServerInstanceNo, RegionOrDefault(RegionCode));

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => _receiver!.End();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _receiver?.Dispose();
        }
    }
}
