using NcloudServer.Pipeline;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Waits until servers are stopped or running, and writes each as soon as it is.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>getServerInstanceList</c>.</remarks>
[Cmdlet(VerbsLifecycle.Wait, "NcpServerInstance",
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-getserverinstancelist")]
[OutputType(typeof(ServerInstance))]
public sealed class WaitNcpServerInstanceCommand : ServerInstanceCommandBase
{
    /// <summary>What to wait for: Stopped or Running.</summary>
    [Parameter(Mandatory = true), ValidateSet("Stopped", "Running")]
    public string Status { get; set; } = string.Empty;

    /// <inheritdoc cref="ServerInstanceBatchCommandBase.WaitTimeoutSec"/>
    [Parameter, ValidateRange(1, LongestTimeoutSec)]
    public int WaitTimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <inheritdoc cref="ServerInstanceBatchCommandBase.PollingIntervalSec"/>
    [Parameter, ValidateRange(1, LongestIntervalSec)]
    public int PollingIntervalSec { get; set; } = DefaultIntervalSec;

    internal override string Activity => $"Waiting until server instances are {Target.Name}";
    private TargetState Target => Status.Equals("Stopped", StringComparison.OrdinalIgnoreCase) ? TargetState.Stopped : TargetState.Running;

    internal override BatchOptions BatchOptions() => new()
    {
        Target = Target,
        WaitTimeout = TimeSpan.FromSeconds(WaitTimeoutSec),
        PollingInterval = TimeSpan.FromSeconds(PollingIntervalSec),
    };
}
