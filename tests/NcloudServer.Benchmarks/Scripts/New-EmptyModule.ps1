#Requires -Version 5.1
<#
.SYNOPSIS
    Makes the binary module that does nothing: one cmdlet that takes what a cmdlet for server numbers takes. What any module costs,
    it costs too.
.PARAMETER Path
    The module's folder, which does not exist yet.
.PARAMETER ViewsOf
    The folder of a module whose types and views it has too.
#>
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $ViewsOf
)

$null = New-Item -ItemType Directory $Path
$name = Split-Path $Path -Leaf
Add-Type -OutputAssembly (Join-Path $Path "$name.dll") -TypeDefinition @'
using System.Management.Automation;

[Cmdlet(VerbsLifecycle.Stop, "Nothing", SupportsShouldProcess = true)]
public sealed class StopNothingCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] ServerInstanceNo { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string RegionCode { get; set; }
}
'@
$manifest = @{
    Path                 = Join-Path $Path "$name.psd1"
    RootModule           = "$name.dll"
    CompatiblePSEditions = 'Desktop', 'Core'
    PowerShellVersion    = '5.1'
    CmdletsToExport      = 'Stop-Nothing'
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
}
if ($ViewsOf) {
    Copy-Item (Join-Path $ViewsOf '*.ps1xml') $Path
    $manifest.FormatsToProcess = (Get-Item (Join-Path $Path '*.Format.ps1xml')).Name
}

New-ModuleManifest @manifest
