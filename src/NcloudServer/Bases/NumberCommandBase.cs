using NcloudServer.Binding;
using NcloudServer.Completion;
using NcloudServer.Operations;
using NcloudServer.Pipeline;

namespace NcloudServer.Bases;

/// <summary>A cmdlet that can take the numbers of a region's servers, and writes the outcome of each.</summary>
public abstract class NumberCommandBase : NcpCommandBase
{
    private NumberInput? _input;
    private PipedBesideArgument? _refusal;
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
    [ArgumentCompleter(typeof(Completer))]
    public string? RegionCode { get; set; }

    /// <summary>What is being done, in a few words, for the progress bar.</summary>
    private protected abstract string Activity { get; }

    private protected virtual bool IsChange => false;

    /// <summary>What is done with the numbers.</summary>
    private protected abstract BatchOptions BatchOptions();

    /// <summary>Whether to act on a number; asks the user if necessary.</summary>
    private protected virtual bool IsAgreed(string number, string? regionCode, object? source) => true;

    private protected virtual bool MayAsk() => false;

    /// <summary>Takes in what is bound.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="piped">The piped object that they were taken from; null for an argument.</param>
    private protected void Receive(string?[]? numbers, object? piped)
    {
        if (_refusal is not null)
        {
            foreach (string? text in ServerInstanceNoAttribute.TextsOf(piped) ?? [null])
            {
                WriteError(ErrorRecords.From(_refusal.Failure, text));
            }

            return;
        }

        _input ??= new NumberInput(this, Regions, Activity, BatchOptions, IsAgreed, MayAsk);
        _input.Receive(numbers ?? [null], RegionCode, piped);
    }

    private protected RegionChooser Regions => _regions!;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        // Before the first record: what is bound now is the parameter's. A script block is no number: it runs for each piped object.
        _regions = new RegionChooser(this, isParameter: RegionCode is not null, IsChange, Settings.DefaultRegion);
        bool isGiven = MyInvocation.BoundParameters.TryGetValue("ServerInstanceNo", out object? given) && given is null or string[];
        _refusal = isGiven && MyInvocation.ExpectingInput ? new PipedBesideArgument((string?[]?)given) : null;
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
