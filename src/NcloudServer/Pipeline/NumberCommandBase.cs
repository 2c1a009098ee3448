using NcloudServer.Binding;
using NcloudServer.Completion;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>A cmdlet that can take the numbers of a region's servers, and writes the outcome of each.</summary>
public abstract class NumberCommandBase : NcpCommandBase
{
    private NumberInput? _input;
    private NcpParameterException? _refusal;

    /// <summary>The region of the servers. Default: NCLOUD_REGION, the profile's, with a role's key the server's, the service's first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Region")]
    [AllowNull, AllowEmptyString, ArgumentCompleter(typeof(Completer))]
    public string? RegionCode { get; set; }

    /// <summary>What is being done, in a few words, for the progress bar.</summary>
    internal abstract string Activity { get; }

    internal RegionChooser Regions { get; private set; } = null!;
    private protected virtual bool IsChange => false;

    internal abstract BatchOptions BatchOptions();

    /// <summary>Whether to act on a number; asks the user if necessary.</summary>
    internal virtual bool IsAgreed(string number, string? regionCode, object? source) => true;

    /// <summary>Takes in the numbers that are bound, and the piped object that they were taken from; null for an argument.</summary>
    private protected void Receive(string?[]? numbers, object? piped)
    {
        if (_refusal is null)
        {
            _input ??= new NumberInput(this);
            _input.Receive(numbers ?? [null], RegionCode, piped);
            return;
        }

        foreach (string? text in ServerInstanceNoAttribute.TextsOf(piped) ?? [null])
            WriteError(ErrorRecords.From(_refusal, text));
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        // Before the first record: what is bound now is the parameter's. A script block is no number: it runs for each piped object.
        Regions = new RegionChooser(this, isParameter: RegionCode is not null, IsChange);
        bool isGiven = MyInvocation.BoundParameters.TryGetValue("ServerInstanceNo", out object? given) && given is null or string[];
        if (isGiven && MyInvocation.ExpectingInput)
        {
            bool isEmpty = string.IsNullOrWhiteSpace(string.Concat((string?[]?)given ?? []));
            _refusal = new NcpParameterException(
                "ServerInstanceNo",
                $"It is piped, but -ServerInstanceNo is given too{(isEmpty ? ", and is empty" : string.Empty)}. Nothing was sent.",
                "Leave out -ServerInstanceNo: a piped server brings its number. To take the number from another property, use a script block, "
                    + "such as -ServerInstanceNo { $_.InstanceNo }; outside one, $_ is empty.");
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => _input?.End();

    private protected sealed override void Release() => _input?.Dispose();
}
