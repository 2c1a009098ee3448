#Requires -Version 5.1
<#
.SYNOPSIS
    Lists every library that the module is made of and ships, as a CycloneDX document.
.PARAMETER Destination
    The folder for NcloudServer.cdx.json.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$manifest = Import-PowerShellDataFile (Join-Path $root 'module/NcloudServer.psd1')
$project = Join-Path $root 'src/NcloudServer/NcloudServer.csproj'

Push-Location $root
try {
    & dotnet tool restore
    # What a build only compares itself with does not ship.
    $buildOnly = 'PowerShellStandard.Library,Microsoft.NETFramework.ReferenceAssemblies,Microsoft.NETFramework.ReferenceAssemblies.net472'
    $what = '--recursive', '--exclude-filter', $buildOnly, '--set-name', 'NcloudServer', '--set-version', $manifest.ModuleVersion
    & dotnet dotnet-CycloneDX $project $what --output $Destination --filename NcloudServer.cdx.json --output-format Json
    if ($LASTEXITCODE -ne 0) {
        throw "CycloneDX ended with exit code $LASTEXITCODE."
    }
} finally {
    Pop-Location
}
