#Requires -Version 5.1
<#
.SYNOPSIS
    Finds the Pester of Directory.Packages.props: as a package, or else in the gallery.
.PARAMETER Destination
    The folder for what comes from the gallery.
.OUTPUTS
    The path of Pester's manifest.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

function Find-PesterPackage {
    # Its errors are kept, and must not end the script.
    $ErrorActionPreference = 'Continue'
    & dotnet msbuild (Join-Path $root 'tests/NcloudServer.Module.Tests/Pester.csproj') -nologo -restore -target:FindPester -getProperty:PesterPath 2>&1
}

$found = Find-PesterPackage
if ($LASTEXITCODE -eq 0) {
    return "$($found | Select-Object -Last 1)"
}

$central = Join-Path $root 'Directory.Packages.props'
$version = (Select-Xml -Path $central -XPath '//PackageVersion[@Include="Pester"]').Node.Version
$manifest = Join-Path $Destination "Pester/$version/Pester.psd1"
if (-not (Test-Path $manifest)) {
    try {
        $null = New-Item -ItemType Directory -Force $Destination
        if (Get-Command Save-PSResource -ErrorAction Ignore) {
            Save-PSResource -Name Pester -Version $version -Path $Destination -TrustRepository
        } else {
            Save-Module -Name Pester -RequiredVersion $version -Path $Destination -Force
        }
    } catch {
        throw "Pester $version is needed. It did not come as a package: $("$found".Trim()). It did not come from the gallery: $($_.Exception.Message)"
    }
}

return $manifest
