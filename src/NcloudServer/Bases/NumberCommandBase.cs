using System.Management.Automation;
using NcloudServer.Completion;
using NcloudServer.Operations;
using NcloudServer.Pipeline;

namespace NcloudServer.Commands;

/// <summary>A cmdlet that can take the numbers of a region's servers, and writes the outcome of each.</summary>
public abstract class NumberCommandBase : NcpCommandBase, IDynamicParameters
{
    private NumberInput? _input;
    private PipedBesideArgument? _piped;
    private RegionChooser? _regions;

    private protected NumberCommandBase()
    {
    }

    /// <summary>
    /// The region of the servers. Default: NCLOUD_REGION, the profile's, where the key is of a server's role that server's, else the
    /// service's first region.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Region")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? RegionCode { get; set; }

    /// <summary>What is being done, in a few words, for the progress bar.</summary>
    private protected abstract string Activity { get; }

    private protected virtual bool IsChange => false;

    /// <summary>What is done with the numbers.</summary>
    private protected abstract BatchOptions BatchOptions();

    /// <summary>Whether to act on a number; asks the user if necessary.</summary>
    private protected virtual bool IsAgreed(string number, string? regionCode) => true;

    /// <summary>
    /// Beside numbers that are given as an argument, nothing may be piped. A script block is no such argument: it runs for each piped object.
    /// </summary>
    object? IDynamicParameters.GetDynamicParameters() =>
        _piped = MyInvocation.BoundParameters.TryGetValue("ServerInstanceNo", out object? given) && given is null or string[]
            ? new PipedBesideArgument((string?[]?)given)
            : null;

    private protected void Receive(string?[]? numbers)
    {
        if (_piped is not null && MyInvocation.ExpectingInput)
        {
            foreach (string? text in ServerInstanceNoAttribute.TextsOf(_piped.InputObject) ?? [null])
            {
                WriteError(ErrorRecords.From(_piped.Failure, text));
            }

            return;
        }

        _input ??= new NumberInput(this, Regions, Activity, BatchOptions, IsAgreed);
        _input.Receive(numbers, RegionCode);
    }

    private protected RegionChooser Regions => _regions!;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        // Before the first record: what is bound now is the parameter's.
        _regions = new RegionChooser(this, isParameter: RegionCode is not null, IsChange, Settings.DefaultRegion);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => _input?.End();

    /// <inheritdoc/>
    protected sealed override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _input?.Dispose();
        }
    }
}
