using NcloudServer.Binding;
using NcloudServer.Completion;

namespace NcloudServer.Pipeline;

/// <summary>A cmdlet that takes server numbers, does something with them, and writes the outcome of each.</summary>
public abstract class ServerInstanceCommandBase : NumberCommandBase
{
    // Of the parameters that every waiting cmdlet has.
    private protected const int DefaultTimeoutSec = 900;
    private protected const int LongestTimeoutSec = 86400;
    private protected const int DefaultIntervalSec = 5;
    private protected const int LongestIntervalSec = 3600;

    /// <summary>The numbers of the servers: digits alone. A number that is given twice counts once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    [ServerInstanceNo, ArgumentCompleter(typeof(Completer))]
    public string?[]? ServerInstanceNo { get; set; }

    /// <summary>The piped object as it is: its name stands in questions, and its properties in errors.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true), AllowNull]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Receive(ServerInstanceNo, InputObject);
}
