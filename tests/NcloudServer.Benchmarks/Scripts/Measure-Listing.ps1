#Requires -Version 5.1
<#
.SYNOPSIS
    Lists all servers again and again in one process.
.PARAMETER Module
    The module.
.PARAMETER Repeat
    How often.
.OUTPUTS
    A line a repetition: the milliseconds, and how many servers there were.
#>
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [int] $Repeat = 1
)

Import-Module $Module
for ($i = 0; $i -lt $Repeat; $i++) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $servers = Get-NcpServerInstance
    [string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $watch.Elapsed.TotalMilliseconds, $servers.Count)
}
