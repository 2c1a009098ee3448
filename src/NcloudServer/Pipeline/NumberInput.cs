using NcloudServer.Api;
using NcloudServer.Binding;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Takes the numbers of one cmdlet's run: checks them, has them agreed to, and hands them to its operation.</summary>
internal sealed class NumberInput(NumberCommandBase command) : IDisposable
{
    // In milliseconds: how long the next question waits for the outcome of the last one.
    private const int Moment = 3000;

    // In milliseconds. The engine does not tell whether it asked, or answered by itself (Yes to All): nobody reads a question and answers
    // it as fast as that.
    private const int QuickestAnswer = 50;

    private readonly NumberParser _given = new();
    private readonly OutcomeWriter _writer = new(command, command.Activity);
    private BatchOperation? _operation;
    private Lazy<string?>? _listedFirst;
    private NcpException? _connectFailure;
    private int _unconnected;
    private bool _isAnsweredByPerson;

    public void Receive(string?[] texts, string? regionCode, object? piped)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            object? source = NumberSource.Of(texts, i, piped);
            // The engine binds the region of what is piped, but not that of an argument, or of a list's element.
            bool isBound = source is null || ReferenceEquals(source, piped) || !string.IsNullOrWhiteSpace(regionCode);
            Take(texts[i], isBound ? regionCode : NumberSource.RegionOf(source!), source);
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

    private void Take(string? text, string? regionCode, object? source)
    {
        if (NumberParser.Parse(text, out NcpException? failure) is not { } number)
        {
            Fail(text ?? string.Empty, (source is null ? null : ObjectWithoutNumber.Failure(source, text!)) ?? failure!);
            return;
        }

        try
        {
            regionCode = command.Regions.WithoutRequest(regionCode);
            Accept(number, _operation is null ? regionCode : command.Regions.OrOfServer(regionCode), source);
        }
        catch (NcpException e)
        {
            _connectFailure = _operation is null ? e : null;
            FailUnconnected(number, e);
        }
    }

    private void Accept(string number, string? regionCode, object? source)
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

    // Before a person is asked again, they see what their last answer has led to: whoever has crashed a server must not wonder about it while
    // the next question stands there.
    private bool IsAgreed(string number, string? regionCode, object? source)
    {
        if (_isAnsweredByPerson)
        {
            int begin = Environment.TickCount;
            WriteUntil(operation => operation.ExpectsNothingSoon || unchecked(Environment.TickCount - begin) > Moment);
            _writer.HideProgress();
        }

        int asked = Environment.TickCount;
        bool isAgreed = command.IsAgreed(number, regionCode, source);
        _isAnsweredByPerson = unchecked(Environment.TickCount - asked) >= QuickestAnswer && command.MayAsk();
        return isAgreed;
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

        return client.FirstRegion ?? (_listedFirst ??= new Lazy<string?>(FirstListed)).Value;
    }

    private string? FirstListed()
    {
        try
        {
            return command.Await((client, stopToken) => client.GetRegionsAsync(stopToken)).Select(region => region.RegionCode).FirstOrDefault();
        }
        catch (NcpException e)
        {
            command.WriteVerbose($"The service's first region can't be found out. {e.Message}");
            return null;
        }
    }

    /// <summary>The region of the server whose role is used. Until it is needed, it is not asked for.</summary>
    private string? RegionOfServer()
    {
        string? region = command.Regions.OrOfServer(null);
        if (region is not null)
            _given.Assume(region);

        return region;
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
