using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>The main job: each command is shown as typed at a prompt, with what PowerShell's engine makes of it.</summary>
internal static class Scenario
{
    private static readonly Step[] s_steps =
    [
        new("Get-NcpServerInstance -ServerName 'web-001*'", "1000011", "1000016"),
        new("1234567, 2345678 | Stop-NcpServerInstance -WhatIf", []),
        new("1234567, 2345678 | Stop-NcpServerInstance", "1234567", "2345678"),
        new("1000401, 99, 'abc', 1000402 | Stop-NcpServerInstance",
            "1000401", "99 NcpServerInstanceNotFound", "abc NcpInvalidServerInstanceNo", "1000402"),
        new("(1000001..1000250 | Stop-NcpServerInstance).Count", "250"),
        new("Get-NcpRegion | Get-NcpServerInstance -ServerName db-0998 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1",
            "1000998", "2000998", "3000998") { InAnyOrder = true },
        new("Invoke-NcpServerInterrupt 1000451", "1000451"),
        new("Get-Help Stop-NcpServerInstance", Outcomes: null),
    ];

    /// <summary>True if every command had the outcomes that it must have.</summary>
    public static bool Run(SimulatorHost simulator)
    {
        var host = new DemoHost();
        using Runspace runspace = RunspaceFactory.CreateRunspace(host, State());
        runspace.Open();
        bool isRight = Run(runspace, host.Console, new Step($"Import-Module '{ServiceVariables.ModuleDirectory}'", []));
        foreach (Step step in s_steps)
        {
            int before = simulator.Log.Requests.Count;
            isRight &= Run(runspace, host.Console, step);
            int requests = simulator.Log.Requests.Count - before;
            host.Console.WriteLine(ConsoleColor.DarkGray, $"# {requests} {(requests == 1 ? "request" : "requests")}");
        }

        IReadOnlyList<LoggedRequest> log = simulator.Log.Requests;
        int signed = log.Count(request => request.SignatureValid);
        host.Console.WriteLine($"\nThe service received {log.Count} requests, {signed} of them with a valid signature.");
        return isRight && signed == log.Count;
    }

    private static InitialSessionState State()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // Windows keeps scripts, a module's too, from running where nobody has allowed them.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        return state;
    }

    private static bool Run(Runspace runspace, ConsoleInterface console, Step step)
    {
        console.WriteLine();
        console.WriteLine(ConsoleColor.Cyan, $"PS> {step.Command}");
        using var powerShell = PowerShell.Create(runspace);
        powerShell.AddScript(step.Command);
        // As a prompt does it: errors go the way of the objects, so that they are shown in their order.
        powerShell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        powerShell.AddCommand("ForEach-Object").AddParameter("Process", ScriptBlock.Create("$_")).AddParameter("OutVariable", "all");
        powerShell.AddCommand("Out-Default");
        try
        {
            powerShell.Invoke();
        }
        catch (RuntimeException problem)
        {
            console.WriteErrorLine($"The command ended with an error: {problem.Message}");
            return false;
        }

        string[] outcomes = ((IEnumerable)runspace.SessionStateProxy.GetVariable("all")).Cast<object?>().Select(Step.TextOf).ToArray();
        if (!step.IsMetBy(outcomes))
        {
            console.WriteErrorLine($"Expected {Listed(step.Outcomes)}, but the command wrote {Listed(outcomes)}.");
            return false;
        }

        return true;
    }

    private static string Listed(string[]? outcomes) => outcomes is { Length: > 0 } ? string.Join(", ", outcomes) : "nothing";
}
