using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NcloudServer.Api;
using NcloudServer.Operations;

namespace NcloudServer.Pipeline;

/// <summary>Takes the numbers of one cmdlet's run: checks them, has them agreed to, and hands them to the operation.</summary>
internal sealed class NumberInput(
    IServerCommand command,
    RegionChooser regions,
    string activity,
    Func<BatchOptions> options,
    Func<string, string?, bool> isAgreed) : IDisposable
{
    private readonly NumberParser _parser = new();
    private readonly HashSet<string> _regions = new(StringComparer.OrdinalIgnoreCase);
    private OutcomeWriter? _writer;
    private Lazy<string?>? _listedFirst;
    private NcpException? _connectFailure;
    private int _unconnected;

    public void Receive(string?[]? texts, string? regionCode)
    {
        foreach (string? text in texts ?? [null])
        {
            Take(text, regionCode);
            _writer?.Write(isEnough: operation => !operation.IsBacklogged || operation.Fatal is not null);
        }

        _writer?.EndIfFatal();
        EndIfUnconnected(isEnd: _connectFailure is not null && _unconnected >= options().BatchSize);
    }

    public void End()
    {
        // The engine may get here although the pipeline is being stopped: what is not sent by then never is.
        if (command.Stopping)
        {
            throw new PipelineStoppedException();
        }

        EndIfUnconnected(isEnd: true);
        _writer?.Operation.Flush();
        _writer?.Write(isEnough: operation => operation.IsEmpty);
        _writer?.EndIfFatal();
        _writer?.HideProgress();
    }

    public void Dispose() => _writer?.Dispose();

    private void Take(string? text, string? regionCode)
    {
        if (NumberParser.Parse(text, out NcpException? failure) is not { } number)
        {
            Fail(text ?? string.Empty, failure!);
            return;
        }

        try
        {
            regionCode = regions.WithoutRequest(regionCode);
            Accept(number, _writer is null ? regionCode : regions.OrOfServer(regionCode));
        }
        catch (NcpException e)
        {
            _connectFailure = _writer is null ? e : null;
            FailUnconnected(number, e);
        }
    }

    private void Accept(string number, string? regionCode)
    {
        if (!_parser.TryAdd(number, regionCode) || IsGivenInOtherWords(number, regionCode))
        {
            command.WriteVerbose($"Server instance {number} was given before; it counts once.");
        }
        else if ((_connectFailure ?? _writer?.Operation.Fatal) is { } fatal)
        {
            FailUnconnected(number, fatal);
        }
        else if (isAgreed(number, regionCode))
        {
            _writer ??= Begin();
            _writer.Operation.Add(number, regionCode ?? RegionOfServer());
        }
    }

    /// <summary>
    /// Whether the number was given before with the region that is used where none is given, or without a region and that one is used.
    /// </summary>
    private bool IsGivenInOtherWords(string number, string? regionCode)
    {
        if (regionCode is not null)
        {
            _regions.Add(regionCode);
        }

        string[] others = regionCode is null ? _regions.Where(region => _parser.IsKnown(number, region)).ToArray()
            : _parser.IsKnown(number, null) ? [regionCode] : [];
        return others.Length > 0 && _writer is not null
            // A region that can't be found out counts as this one: a server must not be acted on twice.
            && (FirstRegion() is not { } first || others.Contains(first, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The region that is used where none is given: named by the replies for such numbers, else by the list of regions.</summary>
    private string? FirstRegion()
    {
        NcloudClient client = command.Connect();
        if (client.FirstRegion is null)
        {
            _writer!.Operation.Flush();
            _writer.Write(isEnough: operation => operation.IsEmpty || client.FirstRegion is not null);
        }

        return client.FirstRegion ?? (_listedFirst ??= new Lazy<string?>(() => FirstListed(client))).Value;
    }

    private string? FirstListed(NcloudClient client)
    {
        try
        {
            return command.Await(client.GetRegionsAsync).Select(region => region.RegionCode).FirstOrDefault();
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
        string? region = regions.OrOfServer(null);
        if (region is not null)
        {
            _parser.Assume(region);
        }

        return region;
    }

    private OutcomeWriter Begin() =>
        new(command, new BatchOperation(command.Connect(), options(), command.StopToken), activity, command.StopToken);

    private void FailUnconnected(string number, NcpException failure)
    {
        _unconnected++;
        Fail(number, failure);
    }

    private void Fail(string text, NcpException failure)
    {
        if (_writer is null)
        {
            command.WriteError(ErrorRecords.From(failure, text));
        }
        else
        {
            _writer.Operation.AddFailure(text, failure);
        }
    }

    // As late as with any other failure that ends the pipeline: when a batch would have been sent.
    private void EndIfUnconnected(bool isEnd)
    {
        if (isEnd && _connectFailure is not null)
        {
            command.ThrowTerminatingError(ErrorRecords.From(_connectFailure, target: null));
        }
    }
}
