using System;
using System.Management.Automation;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Takes the numbers of one cmdlet's run: checks them, has them agreed to, and hands them to the operation.</summary>
internal sealed class NumberReceiver(
    NcpCommandBase command, string activity, Func<BatchOptions> options, Func<string, string?, bool> isAgreed) : IDisposable
{
    private readonly NumberIntake _intake = new();
    private OutcomePump? _pump;

    public void Receive(string?[]? texts, string? regionCode)
    {
        foreach (string? text in texts ?? [null])
        {
            Take(text, regionCode);
            _pump?.Write(isEnough: operation => !operation.IsBacklogged || operation.Fatal is not null);
        }

        _pump?.EndIfFatal();
    }

    public void End()
    {
        // The engine may get here although the pipeline is being stopped: what is not sent by then never is.
        if (command.Stopping)
        {
            throw new PipelineStoppedException();
        }

        _pump?.Operation.Flush();
        _pump?.Write(isEnough: operation => operation.IsEmpty);
        _pump?.EndIfFatal();
        _pump?.HideProgress();
    }

    public void Dispose() => _pump?.Dispose();

    private void Take(string? text, string? regionCode)
    {
        string? number = _intake.Take(text, regionCode, out NcpException? failure);
        if (failure is not null)
        {
            Fail(text ?? string.Empty, failure);
        }
        else if (number is null)
        {
            command.WriteVerbose($"Server instance {text?.Trim()} was given before; it counts once.");
        }
        else if (_pump?.Operation.Fatal is { } fatal)
        {
            _pump.Operation.AddFailure(number, fatal);
        }
        else if (isAgreed(number, regionCode))
        {
            _pump ??= new OutcomePump(command, new BatchOperation(command.Connect(), options(), command.StopToken), activity, command.StopToken);
            _pump.Operation.Add(number, regionCode);
        }
    }

    private void Fail(string text, NcpException failure)
    {
        if (_pump is null)
        {
            command.WriteError(ErrorRecords.From(failure, text));
        }
        else
        {
            _pump.Operation.AddFailure(text, failure);
        }
    }
}
