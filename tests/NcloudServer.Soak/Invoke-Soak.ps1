#Requires -Version 5.1
<#
.SYNOPSIS
    Runs round trips of a whole simulated fleet for a long time, and fails where a number is lost, a success is untrue or something grows.
.DESCRIPTION
    5,000 servers in two regions are found, stopped, started and restarted again and again, as one long session does. One request in twenty
    goes wrong, the service takes so many requests a second and no more, and the keys of the server's role expire and are replaced while a
    command runs. After every command each number has to have come out exactly once, and what is said of it has to be what the simulator says.

    soak.md shows memory, handles, threads and requests from the first round on. Growth is measured from a fifth of the time: until then the
    process still compiles what it runs.

    Meant for a process of its own: it changes the process's environment.
.PARAMETER Module
    The folder of the built module.
.PARAMETER Simulator
    The simulator's assembly.
.PARAMETER Destination
    The folder for soak.md.
.PARAMETER Minutes
    For how long new rounds begin. A round takes about half a minute; less than five minutes show no growth.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [string] $Simulator,

    [Parameter(Mandatory)]
    [string] $Destination,

    [ValidateRange(5, 1440)]
    [double] $Minutes = 60
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module (Join-Path $PSScriptRoot '../NcloudServer.Module.Tests/Simulator.psm1')
foreach ($part in 'Fleet', 'Usage') {
    . (Join-Path $PSScriptRoot "$part.ps1")
}

$samples = [Collections.Generic.List[object]]::new()
$problems = @()
try {
    Open-Fleet $Simulator
    Import-Module $Module
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $samples.Add((Measure-Usage $clock.Elapsed 0))
    $nextSample = [TimeSpan]::Zero
    for ($round = 1; $clock.Elapsed.TotalMinutes -lt $Minutes; $round++) {
        Invoke-Round $round
        if ($clock.Elapsed -ge $nextSample -or $clock.Elapsed.TotalMinutes -ge $Minutes) {
            $samples.Add((Measure-Usage $clock.Elapsed $round))
            $nextSample = $clock.Elapsed + [TimeSpan]::FromMinutes($Minutes / 60)
            Write-Information ($samples[-1] | ConvertTo-Json -Compress) -InformationAction Continue
        }
    }

    $problems = @(Find-Growth $samples ($Minutes / 5))
} catch {
    $problems = @("$_")
    throw
} finally {
    Stop-Simulator
    $null = New-Item -ItemType Directory -Force $Destination
    Format-Usage $samples $problems | Set-Content (Join-Path $Destination 'soak.md')
}

Get-Content (Join-Path $Destination 'soak.md')
exit [int]($problems.Count -gt 0)
