using NcloudServer.Api;
using NcloudServer.Binding;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Takes the numbers of one cmdlet's run: checks them, has them agreed to, and hands them to its operation.</summary>
internal sealed class NumberInput(NumberCommandBase command) : IDisposable
{
    // In milliseconds: how long the next question waits for the outcome of the last one.
    private const int Moment = 3000;

    private readonly NumberFilter _given = new();
    private readonly OutcomeWriter _writer = new(command, command.Activity);
    private readonly Confirmation _confirmation = new(command);
    private BatchOperation? _operation;
    private NcpException? _connectFailure;
    private int _unconnected;

    public void Receive(string?[] texts, string? regionCode, object? piped)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            Take(texts[i], regionCode, NumberSource.Of(texts, i, piped), piped);
            WriteUntil(operation => !operation.IsBacklogged || operation.Fatal is not null);
        }

        // As late as with any other failure that ends the pipeline: when a batch would have been sent.
        EndIfFatal(_connectFailure is not null && _unconnected >= command.BatchOptions().BatchSize, isLast: piped is null);
    }

    public void End()
    {
        // The engine may get here although the pipeline is being stopped: what is not sent by then never is.
        if (command.Stopping)
            throw new PipelineStoppedException();

        WriteRest();
        EndIfFatal(isConnectFailureDue: true, isLast: true);
    }

    public void Dispose() => _operation?.Dispose();

    private void Take(string? text, string? regionCode, object? source, object? piped)
    {
        if (NumberFilter.Parse(text, out NcpException? failure) is not { } number)
        {
            Fail(text ?? string.Empty, (source is null ? null : ObjectWithoutNumber.Failure(source, text!)) ?? failure!);
            return;
        }

        try
        {
            regionCode = NumberSource.RegionOf(regionCode, source, piped);
        }
        catch (NcpParameterException e)
        {
            Fail(number, e);
            return;
        }

        try
        {
            regionCode = command.Regions.WithoutRequest(regionCode);
            AddIfAgreed(number, _operation is null ? regionCode : command.Regions.OrOfServer(regionCode), source);
        }
        catch (NcpException e)
        {
            _connectFailure = _operation is null ? e : null;
            FailUnconnected(number, e);
        }
    }

    private void AddIfAgreed(string number, string? regionCode, object? source)
    {
        if (!_given.TryAdd(number, regionCode, _operation is null ? null : FirstRegion))
        {
            command.WriteVerbose($"Server instance {number} was given before; it counts once.");
        }
        else if ((_connectFailure ?? _operation?.Fatal) is { } fatal)
        {
            FailUnconnected(number, fatal);
        }
        else if (IsAgreed(number, regionCode, source))
        {
            _operation ??= new BatchOperation(command.Connect(), command.BatchOptions(), command.StopToken);
            _operation.Add(number, regionCode ?? RegionOfServer());
        }
    }

    /// <summary>The region that is used where none is given: responses for such numbers name it, else the list of regions does.</summary>
    private string? FirstRegion()
    {
        NcloudClient client = command.Connect();
        if (client.FirstRegion is null)
        {
            _operation!.Flush();
            WriteUntil(operation => operation.IsEmpty || client.FirstRegion is not null);
        }

        return client.FirstRegion ?? command.Regions.FirstListed;
    }

    /// <summary>The region of the server whose role is used. Until it is needed, it is not asked for.</summary>
    private string? RegionOfServer()
    {
        string? region = command.Regions.OrOfServer(null);
        if (region is not null)
            _given.Assume(region);

        return region;
    }

    private bool IsAgreed(string number, string? regionCode, object? source)
    {
        // Before a person is asked again, they see what their last answer has led to: whoever has crashed a server must not wonder about it
        // while the next question stands there. A warning that ends the command leaves no time for it at all.
        bool mayBeLast = _operation is { ExpectsNothingSoon: false } && command.EndsWithWarning;
        if (mayBeLast || _confirmation.IsAnsweredByPerson)
        {
            int begin = Environment.TickCount;
            WriteUntil(operation => operation.ExpectsNothingSoon || (!mayBeLast && unchecked(Environment.TickCount - begin) > Moment));
            _writer.HideProgress();
        }

        return _confirmation.IsAgreed(number, regionCode, source);
    }

    private void FailUnconnected(string number, NcpException failure)
    {
        _unconnected++;
        Fail(number, failure);
    }

    private void Fail(string text, NcpException failure)
    {
        if (_operation is null)
        {
            _writer.WriteFailure(failure, text);
        }
        else
        {
            _operation.AddFailure(text, failure);
        }
    }

    private void WriteUntil(Func<BatchOperation, bool> isEnough)
    {
        if (_operation is not null)
            _writer.Write(_operation, isEnough);
    }

    private void WriteRest()
    {
        _operation?.Flush();
        WriteUntil(operation => operation.IsEmpty);
        _writer.HideProgress();
    }

    /// <summary>Ends the command if nothing can succeed any more: what was sent gets its answer first, and what was not its error.</summary>
    private void EndIfFatal(bool isConnectFailureDue, bool isLast)
    {
        if ((_operation?.Fatal ?? (isConnectFailureDue ? _connectFailure : null)) is { } fatal)
        {
            WriteRest();
            ErrorRecord error = ErrorRecords.From(fatal, target: null);
            error.ErrorDetails = isLast ? error.ErrorDetails
                : new ErrorDetails($"{error.ErrorDetails.Message} What else is in the pipeline was not read.")
                {
                    RecommendedAction = error.ErrorDetails.RecommendedAction,
                };
            command.ThrowTerminatingError(error);
        }
    }
}
