using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using NcloudServer.Api;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>The main job without PowerShell: numbers in, outcomes out.</summary>
internal static class CoreScenario
{
    public static int Run(SimulatorHost simulator)
    {
        var options = new ClientOptions();
        var settings = new ConnectionSettings
        {
            Credential = (simulator.AccessKey, simulator.SecretKey),
            EndpointUrl = simulator.EndpointUrl,
        };
        using var client = new NcloudClient(settings.ApiBase(), settings.Credentials(), HttpTransport.Shared, options, new ActivityLog());
        bool isRight = Show(client, ServerAction.Stop, ["1234567", "2345678"])
            & Show(
                client, ServerAction.Stop,
                Enumerable.Range(1000001, 250).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray())
            & Show(client, ServerAction.Stop, ["1000401", "99", "abc", "1000402"])
            & Show(client, ServerAction.Interrupt, ["1000451"]);
        IReadOnlyList<LoggedRequest> log = simulator.Log.Requests;
        Console.WriteLine(
            $"\nThe service saw {log.Count} requests, {log.Count(request => request.SignatureValid)} of them with a valid signature.");
        return isRight && log.All(request => request.SignatureValid) ? 0 : 1;
    }

    private static bool Show(NcloudClient client, ServerAction action, string[] texts)
    {
        Console.WriteLine(
            $"\n{action.Progress} {string.Join(", ", texts.Take(4))}{(texts.Length > 4 ? $" … ({texts.Length} numbers)" : string.Empty)}");
        using var operation = new BatchOperation(client, new BatchOptions { Action = action }, CancellationToken.None);
        var parser = new NumberParser();
        foreach (string text in texts)
        {
            string? number = NumberParser.Parse(text, out NcpException? failure);
            if (number is null)
            {
                operation.AddFailure(text, failure!);
            }
            else if (parser.TryAdd(number, regionCode: null))
            {
                operation.Add(number, regionCode: null);
            }
        }

        operation.Flush();
        List<Outcome> outcomes = [];
        while (!operation.IsEmpty)
        {
            operation.ResetChanged();
            while (operation.TryTake() is { } outcome)
            {
                outcomes.Add(outcome);
            }

            if (!operation.IsEmpty)
            {
                operation.WaitForChange(Timeout.InfiniteTimeSpan, CancellationToken.None);
            }
        }

        foreach (Outcome outcome in outcomes.Take(4))
        {
            Console.WriteLine(outcome.Failure is { } failure
                ? $"  {outcome.ServerInstanceNo,10}  {failure.Id}: {failure.Message}"
                : $"  {outcome.ServerInstanceNo,10}  {outcome.Instance!.ServerName,-20} {outcome.Instance.ServerInstanceStatusName}");
        }

        int servers = outcomes.Count(outcome => outcome.Instance is not null);
        int errors = outcomes.Count(outcome => outcome.Failure is not null);
        Console.WriteLine($"  {texts.Length} numbers in; {servers} servers and {errors} errors out");
        return outcomes.Count == texts.Length;
    }
}
