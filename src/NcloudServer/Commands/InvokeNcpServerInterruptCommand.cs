using NcloudServer.Pipeline;
using NcloudServer.Binding;
using NcloudServer.Operations;

namespace NcloudServer.Commands;

/// <summary>Interrupts servers: the operating system crashes on purpose and writes a memory dump.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>interruptServerInstance</c>.</remarks>
[Cmdlet(VerbsLifecycle.Invoke, "NcpServerInterrupt", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = "https://api.ncloud-docs.com/docs/en/compute-vserver-server-interruptserverinstance")]
[OutputType(typeof(ServerInstance))]
public sealed class InvokeNcpServerInterruptCommand() : ServerInstanceChangeCommandBase(
    ServerAction.Interrupt, "Interrupt server instance (its operating system crashes and writes a memory dump)")
{
    /// <summary>Interrupts without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // -Force answers the question in advance; it overrides neither -WhatIf nor an explicit -Confirm.
    internal override bool IsAgreed(string number, string? regionCode, object? source)
    {
        bool isAskedBeforehand = Force && !LanguagePrimitives.IsTrue(Preference("WhatIf", "WhatIfPreference"))
            && !MyInvocation.BoundParameters.ContainsKey("Confirm");
        bool isAgreed = isAskedBeforehand || base.IsAgreed(number, regionCode, source);
        if (isAgreed)
            WarnOfLinuxOnXen(number, source);

        return isAgreed;
    }

    internal override BatchOptions BatchOptions() => new() { Action = Action };

    private void WarnOfLinuxOnXen(string number, object? source)
    {
        if (Code(source, "HypervisorType") == "XEN" && Code(source, "PlatformType") is { } platform
            && (platform.StartsWith("LNX", StringComparison.Ordinal) || platform.StartsWith("UB", StringComparison.Ordinal)))
        {
            WriteWarning(
                $"Server instance {number} runs Linux on XEN: the service documents the interrupt for Windows there, and may refuse it.");
        }
    }

    // A CodeName prints as its code, a text from a file is the code, and a deserialized CodeName has it as a property.
    private static string? Code(object? source, string name) => source is null ? null : PowerShellValue.Property(source, name) switch
    {
        null => null,
        PSObject { BaseObject: PSCustomObject } shell => shell.Properties["Code"]?.Value?.ToString(),
        object value => value.ToString(),
    };
}
