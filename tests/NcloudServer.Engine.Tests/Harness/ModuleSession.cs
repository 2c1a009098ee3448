using System.Collections;
using System.Diagnostics;
using System.Management.Automation.Runspaces;
using System.Net;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Harness;

/// <summary>A session of the real engine, with the built module in it and a simulated service of its own.</summary>
public sealed class ModuleSession : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private SimulatorHost? _service;
    private Runspace? _runspace;

    public SimulatorHost Service => _service ?? throw new InvalidOperationException("The session has not begun.");

    public Runspace Runspace => _runspace ?? throw new InvalidOperationException("The session has not begun.");

    public RecordingHost Host { get; } = new();

    public Console Console => Host.Console;

    /// <summary>The key that the simulated service knows.</summary>
    public PSCredential Credential => CredentialOf(Service.AccessKey, Service.SecretKey);

    public static PSCredential CredentialOf(string accessKey, string secretKey) =>
        new(accessKey, new NetworkCredential(string.Empty, secretKey).SecurePassword);

    public async Task InitializeAsync()
    {
        _service = await SimulatorHost.StartAsync();
        _runspace = Open(Host, TestProcess.Manifest);
        PointAt(_runspace, Service);
    }

    public async Task DisposeAsync()
    {
        _runspace?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    /// <summary>A runspace like that of a console that was just opened, with the modules imported.</summary>
    public static Runspace Open(RecordingHost host, params string[] modules)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(modules);
        state.Commands.Add(new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), helpFileName: null));
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return runspace;
    }

    /// <summary>
    /// Address and key of the service as the session's defaults, the way a user sets them: parallel sessions share the environment.
    /// </summary>
    public static void PointAt(Runspace runspace, SimulatorHost service)
    {
        var defaults = new DefaultParameterDictionary();
        foreach (string cmdlets in new[] { "*-NcpServer*", "*-NcpRegion", "*-NcpApi" })
        {
            defaults[$"{cmdlets}:EndpointUrl"] = service.EndpointUrl;
            defaults[$"{cmdlets}:Credential"] = CredentialOf(service.AccessKey, service.SecretKey);
        }

        runspace.SessionStateProxy.SetVariable("PSDefaultParameterValues", defaults);
    }

    /// <summary>Service and console as at the start.</summary>
    public void Reset()
    {
        // What the test before gave up may still be on its way out.
        WaitFor(() => Service.Log.InFlight == 0);
        Service.Reset();
        Console.Clear();
        Console.Size.Width = 120;
    }

    /// <summary>Runs a script in a scope of its own. A terminating error ends it.</summary>
    public Result Run(string script, params (string Name, object? Value)[] variables)
    {
        using RunningScript running = Start(script, variables);
        return running.EndAsync().GetAwaiter().GetResult();
    }

    /// <summary>Begins a script; the session can run only one at a time.</summary>
    public RunningScript Start(string script, params (string Name, object? Value)[] variables) =>
        // Without this, the engine writes a cmdlet's terminating error and goes on with the next statement, as after any other error.
        new(Prepare($"try {{\n{script}\n}} catch {{\nthrow\n}}", variables));

    /// <summary>What a user sees on the console when the script is typed there.</summary>
    public string Show(string script, params (string Name, object? Value)[] variables)
    {
        Console.Clear();
        PowerShell shell = Prepare(script, variables);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        using var running = new RunningScript(shell);
        running.EndAsync().GetAwaiter().GetResult();
        return Console.Text;
    }

    /// <summary>The requests that the service has received, in the order of arrival.</summary>
    public IReadOnlyList<LoggedRequest> Requests(string? action = null) =>
        Service.Log.Requests.Where(request => action is null || request.Action == action).ToList();

    /// <summary>Returns once the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within half a minute.</exception>
    public static void WaitFor(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > s_patience)
            {
                throw new TimeoutException("The condition never held.");
            }

            System.Threading.Thread.Sleep(1);
        }
    }

    private PowerShell Prepare(string script, (string Name, object? Value)[] variables)
    {
        PowerShell shell = PowerShell.Create(Runspace);
        if (variables.Length == 0)
        {
            return shell.AddScript(script, useLocalScope: true);
        }

        // Parameters, so that nothing of one test is left to the next.
        string parameters = string.Join(", ", variables.Select(variable => $"${variable.Name}"));
        shell.AddScript($"param({parameters})\n{script}", useLocalScope: true);
        return shell.AddParameters(variables.ToDictionary(variable => variable.Name, variable => variable.Value) as IDictionary);
    }
}
