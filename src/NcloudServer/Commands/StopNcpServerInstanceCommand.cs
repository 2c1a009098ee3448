using NcloudServer.Pipeline;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Stops servers.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>stopServerInstances</c>.</remarks>
[Cmdlet(VerbsLifecycle.Stop, "NcpServerInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-stopserverinstances")]
[OutputType(typeof(ServerInstance))]
public sealed class StopNcpServerInstanceCommand() : ServerInstanceBatchCommandBase(ServerAction.Stop, "Stop server instance");
