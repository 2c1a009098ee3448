#Requires -Version 5.1
<#
.SYNOPSIS
    Installs a version from the gallery over the one before it, and fails unless a new session then has the new one.
.DESCRIPTION
    Meant for a computer that is thrown away afterwards: it installs modules for the current user.
.PARAMETER Version
    The version that was published. The gallery may need some minutes until it offers it.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Version
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$attempts = 30
$engine = & "$PSScriptRoot/Get-EnginePath.ps1"

function Install-Version {
    param([string] $Wanted)

    if (Get-Command Install-PSResource -ErrorAction Ignore) {
        Install-PSResource -Name NcloudServer -Version "[$Wanted]" -Repository PSGallery -TrustRepository -Reinstall
    } else {
        $null = Get-PackageProvider -Name NuGet -ForceBootstrap
        Install-Module -Name NcloudServer -RequiredVersion $Wanted -Repository PSGallery -Scope CurrentUser -Force
    }
}

function Find-Version {
    if (Get-Command Find-PSResource -ErrorAction Ignore) {
        Find-PSResource -Name NcloudServer -Version '*' -Repository PSGallery -ErrorAction Ignore | ForEach-Object { "$($_.Version)" }
    } else {
        Find-Module -Name NcloudServer -AllVersions -Repository PSGallery -ErrorAction Ignore | ForEach-Object { "$($_.Version)" }
    }
}

for ($attempt = 1; $Version -notin ($offered = @(Find-Version)); $attempt++) {
    if ($attempt -eq $attempts) {
        throw "The gallery does not offer $Version."
    }

    Start-Sleep -Seconds 20
}

$previous = $offered | Where-Object { [version]$_ -lt [version]$Version } | Sort-Object { [version]$_ } | Select-Object -Last 1
foreach ($wanted in @($previous, $Version | Where-Object { $_ })) {
    Install-Version $wanted
    $steps = '$ErrorActionPreference = "Stop"; Import-Module NcloudServer; $module = Get-Module NcloudServer',
        '"$($module.Version) $($module.ExportedCommands.Count)"'
    $found, $commands = (& $engine -NoProfile -NonInteractive -Command ($steps -join '; ')) -split ' '
    if ($LASTEXITCODE -ne 0 -or $found -ne $wanted -or [int]$commands -eq 0) {
        throw "A new session should have $wanted. It has: $found, with $commands commands."
    }

    Write-Host "$wanted was installed from the gallery: $commands commands."
}
