#Requires -Version 5.1
<#
.SYNOPSIS
    Fails unless package, manifest, changelog and tag name the same version.
.PARAMETER Package
    The package; wildcards are allowed.
.PARAMETER Tag
    The tag, such as v1.0.0.
.PARAMETER Changelog
    The changelog. Default: that of this repository.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Package,

    [Parameter(Mandatory)]
    [string] $Tag,

    [string] $Changelog
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
if (-not $Changelog) {
    $Changelog = Join-Path $root 'CHANGELOG.md'
}

$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $module = & "$PSScriptRoot/Install-Package.ps1" -Package $Package -Destination $folder
    $manifest = (Import-PowerShellDataFile (Join-Path $module 'NcloudServer.psd1')).ModuleVersion
} finally {
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}

$heading = Get-Content $Changelog | Where-Object { $_ -match '^## \[\d' } | Select-Object -First 1
$versions = [ordered]@{
    tag       = $Tag -replace '^v'
    package   = (Get-Item $Package).BaseName.Substring('NcloudServer.'.Length)
    manifest  = $manifest
    changelog = if ($heading) { $heading -replace '^## \[([^\]]+)\].*', '$1' } else { 'no version' }
}
$text = ($versions.Keys | ForEach-Object { "$_ $($versions[$_])" }) -join ', '
if (@($versions.Values | Select-Object -Unique).Count -ne 1) {
    throw "The versions differ: $text."
}

Write-Host "One version: $text."
