using System;
using System.Management.Automation;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>A cmdlet that takes server numbers, acts on them, and writes each one's outcome in the order of the input.</summary>
public abstract class ServerInstanceCommandBase : NcpCommandBase
{
    private readonly NumberIntake _intake = new();
    private BatchOperation? _operation;
    private string? _defaultRegion;

    private protected ServerInstanceCommandBase()
    {
    }

    /// <summary>The numbers of the servers: digits alone. A number that is given twice counts once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? ServerInstanceNo { get; set; }

    /// <summary>The region of the servers. Default: NCLOUD_REGION, else the service's first region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Region")]
    [AllowNull]
    [AllowEmptyString]
    public string? RegionCode { get; set; }

    /// <summary>How many requests are under way at once, 1 to 100. Default: 4.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 4;

    private protected sealed override int RequestsInFlight => ThrottleLimit;

    private protected abstract ServerAction Action { get; }

    /// <summary>What the user is asked to agree to.</summary>
    private protected abstract string Question { get; }

    private protected virtual int NumbersPerRequest => 1;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => _defaultRegion = Settings.DefaultRegion;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        string? region = string.IsNullOrWhiteSpace(RegionCode) ? _defaultRegion : RegionCode!.Trim();
        foreach (string? text in ServerInstanceNo ?? [null])
        {
            Take(text, region);
            WriteOutcomes(isEnough: operation => !operation.IsBacklogged);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        _operation?.Flush();
        WriteOutcomes(isEnough: operation => operation.IsEmpty);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _operation?.Dispose();
        }
    }

    /// <summary>Whether to act on the number; asks where asking is due.</summary>
    private protected virtual bool IsAgreed(string target) => ShouldProcess(target, Question);

    /// <summary>Called once for each number that is going to be acted on.</summary>
    private protected virtual void OnTaken(string number)
    {
    }

    private void Take(string? text, string? region)
    {
        string? number = _intake.Take(text, region, out NcpException? failure);
        if (failure is not null)
        {
            Fail(text ?? string.Empty, failure);
        }
        else if (number is null)
        {
            WriteVerbose($"Server instance {text} was given before; it counts once.");
        }
        else if (IsAgreed(region is null ? number : $"{number} in region {region}"))
        {
            OnTaken(number);
            _operation ??= new BatchOperation(Action, Connect(), NumbersPerRequest, ThrottleLimit, StopToken);
            _operation.Add(number, region);
        }
    }

    private void Fail(string text, NcpException failure)
    {
        if (_operation is null)
        {
            WriteError(ErrorRecords.From(failure, text));
        }
        else
        {
            _operation.AddFailure(text, failure);
        }
    }

    /// <summary>Writes what is known, and waits for more until it is enough.</summary>
    private void WriteOutcomes(Func<BatchOperation, bool> isEnough)
    {
        if (_operation is not { } operation)
        {
            return;
        }

        while (true)
        {
            operation.ResetChanged();
            WriteLog();
            while (operation.TryTake() is { } outcome)
            {
                Write(outcome);
            }

            if (operation.Fatal is { } fatal)
            {
                // What was sent gets its answer, and what was not its error, before the end.
                operation.Flush();
                if (operation.IsEmpty)
                {
                    ThrowTerminatingError(ErrorRecords.From(fatal, target: null));
                }
            }
            else if (isEnough(operation))
            {
                return;
            }

            Wait(operation);
        }
    }

    private void Write(Outcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            WriteError(ErrorRecords.From(failure, outcome.ServerInstanceNo));
        }
        else
        {
            WriteObject(outcome.Instance);
        }
    }

    private void Wait(BatchOperation operation)
    {
        try
        {
            operation.WaitForChange(StopToken);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
