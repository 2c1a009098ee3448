using NcloudServer.Pipeline;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Restarts servers that are running.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>rebootServerInstances</c>.</remarks>
[Cmdlet(VerbsLifecycle.Restart, "NcpServerInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-rebootserverinstances")]
[OutputType(typeof(ServerInstance))]
public sealed class RestartNcpServerInstanceCommand() : ServerInstanceBatchCommandBase(ServerAction.Restart, "Restart server instance");
