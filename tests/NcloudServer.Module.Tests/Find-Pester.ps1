#Requires -Version 5.1
<#
.SYNOPSIS
    Finds the newest Pester on this computer, 5.5 or later, and saves one first if there is none.
.PARAMETER Destination
    The folder that one is saved into, and looked for in.
.OUTPUTS
    The path of Pester's manifest.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$oldest = [version] '5.5.0'

$places = @($env:PSModulePath -split [IO.Path]::PathSeparator | Where-Object { $_ }) + $Destination
$found = $places | ForEach-Object { Get-Module -ListAvailable -Name (Join-Path $_ 'Pester') -ErrorAction Ignore } |
    Where-Object { $_.Version -ge $oldest } | Sort-Object Version | Select-Object -Last 1
if ($found) {
    return $found.Path
}

Write-Host "Pester $oldest or later was not found; saving it into $Destination"
$null = New-Item -ItemType Directory -Force $Destination
try {
    if (Get-Command Save-PSResource -ErrorAction Ignore) {
        Save-PSResource -Name Pester -Version "[$oldest,7.0.0)" -Path $Destination -TrustRepository
    } else {
        Save-Module -Name Pester -MinimumVersion $oldest -Path $Destination -Force
    }
} catch {
    $advice = 'Install it with: Install-Module Pester -Scope CurrentUser'
    throw "Pester $oldest or later is needed and could not be saved ($($_.Exception.Message)). $advice"
}

return (Get-Module -ListAvailable -Name (Join-Path $Destination 'Pester') | Select-Object -Last 1).Path
