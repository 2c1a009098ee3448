using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>An error id, and a way to provoke it with one number.</summary>
public sealed record ErrorCase(string Id, ErrorCategory Category)
{
    public const string Stop = "Stop-NcpServerInstance";
    public const string Interrupt = "Invoke-NcpServerInterrupt";
    public const string Get = "Get-NcpServerInstance";

    /// <summary>Whether nothing else can succeed after it, so that it ends the command.</summary>
    public bool IsFatal { get; init; }

    /// <summary>The cmdlets that meet it.</summary>
    public IReadOnlyList<string> Cmdlets { get; init; } = [Stop, Interrupt, Get];

    public string Number { get; init; } = "1000001";

    /// <summary>What the service does.</summary>
    public Action<SimulatorHost> Arrange { get; init; } = _ => { };

    /// <summary>Parameters of the cmdlet; <c>$url</c> is the address of the service.</summary>
    public string Parameters { get; init; } = "-MaximumRetryCount 0";

    /// <summary>Whether address and key, which are defaults of the session, are left out.</summary>
    public bool WithoutDefaults { get; init; }
}
