using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>A PowerShell on this machine, and how it is started.</summary>
internal sealed class PowerShellHost
{
    private readonly string _program;
    private readonly string[] _prefix;

    private PowerShellHost(string description, string program, params string[] prefix)
    {
        Description = description;
        _program = program;
        _prefix = prefix;
    }

    public string Description { get; }

    private static string Root { get; } = PathOf("RepositoryRoot");

    public static PowerShellHost? Find()
    {
        var onPath = new PowerShellHost("pwsh on PATH", "pwsh");
        if (onPath.Works())
        {
            return onPath;
        }

        // What cannot be restored is no reason to fail: the scenario has another way.
        _ = Run("dotnet", ["tool", "restore"], [], isQuiet: true);
        var tool = new PowerShellHost("the local .NET tool", "dotnet", "tool", "run", "pwsh", "--");
        return tool.Works() ? tool : null;
    }

    public int RunScenario(SimulatorHost simulator) => Run(
        _program,
        [
            .. _prefix, "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "demo.ps1"),
            "-ModulePath", PathOf("ModuleDirectory"),
        ],
        new Dictionary<string, string?>
        {
            ["NCLOUD_API_GW"] = simulator.EndpointUrl.GetLeftPart(UriPartial.Authority),
            ["NCLOUD_ACCESS_KEY_ID"] = simulator.AccessKey,
            ["NCLOUD_SECRET_ACCESS_KEY"] = simulator.SecretKey,
            ["NCLOUD_METADATA_API_ENDPOINT"] = simulator.EndpointUrl.GetLeftPart(UriPartial.Authority),
            ["NCLOUD_REGION"] = null,
            ["NCLOUD_PROFILE"] = null,
        });

    private static string PathOf(string key) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    private bool Works() => Run(_program, [.. _prefix, "-NoProfile", "-NonInteractive", "-Command", "exit 0"], [], isQuiet: true) == 0;

    private static int Run(string program, IEnumerable<string> arguments, Dictionary<string, string?> variables, bool isQuiet = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = isQuiet,
            RedirectStandardError = isQuiet,
        };
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            if (isQuiet)
            {
                process.OutputDataReceived += (_, _) => { };
                process.ErrorDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
            }

            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }
}
