#Requires -Version 5.1
<#
.SYNOPSIS
    Tests a package in one PowerShell.
.PARAMETER PowerShell
    5.1, or a version of PowerShell 7 such as 7.4, whose newest release is installed first, as a .NET tool.
.PARAMETER Package
    The package; wildcards are allowed.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $PowerShell,

    [Parameter(Mandatory)]
    [string] $Package
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

$engine = 'powershell'
if ($PowerShell -ne '5.1') {
    $folder = Join-Path $root "output/powershell-$PowerShell"
    & dotnet tool install PowerShell --version "$PowerShell.*" --tool-path $folder
    if ($LASTEXITCODE -ne 0) {
        throw "PowerShell $PowerShell could not be installed."
    }

    $engine = Join-Path $folder 'pwsh'
}

# Where there is no release of that version, the installer takes a later one.
$version = & $engine -NoProfile -NonInteractive -Command '$PSVersionTable.PSVersion.ToString()'
if ($version -notlike "$PowerShell.*") {
    throw "PowerShell $PowerShell is needed, and this is $version."
}

& $engine -NoProfile -NonInteractive -File (Join-Path $root 'build.ps1') -Task Test -Package (Get-Item $Package).FullName
exit $LASTEXITCODE
