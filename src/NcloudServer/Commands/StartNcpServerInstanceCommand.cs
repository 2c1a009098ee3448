using NcloudServer.Pipeline;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Starts servers that are stopped.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>startServerInstances</c>.</remarks>
[Cmdlet(VerbsLifecycle.Start, "NcpServerInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-startserverinstances")]
[OutputType(typeof(ServerInstance))]
public sealed class StartNcpServerInstanceCommand() : ServerInstanceBatchCommandBase(ServerAction.Start, "Start server instance");
