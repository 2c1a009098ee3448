#Requires -Version 5.1
<#
.SYNOPSIS
    Stops servers in a process that has stopped one before.
.PARAMETER Module
    The module.
.PARAMETER Count
    How many servers.
.PARAMETER Repeat
    How often.
.OUTPUTS
    A line a repetition: the milliseconds, and by how many MB the process's working set was ever larger than after the first call.
#>
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [int] $Count,

    [int] $Repeat = 1
)

Import-Module $Module
$first = 1000001
Stop-NcpServerInstance $first | Out-Null
$process = [Diagnostics.Process]::GetCurrentProcess()
$before = $process.WorkingSet64
for ($i = 0; $i -lt $Repeat; $i++) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $first..($first + $Count - 1) | Stop-NcpServerInstance | Out-Null
    $time = $watch.Elapsed.TotalMilliseconds
    $process.Refresh()
    [string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $time, ($process.PeakWorkingSet64 - $before) / 1MB)
}
