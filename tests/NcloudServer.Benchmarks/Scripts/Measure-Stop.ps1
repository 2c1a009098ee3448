#Requires -Version 5.1
<#
.SYNOPSIS
    Measures how long a command goes on after Ctrl+C.
.PARAMETER Module
    The module.
.PARAMETER Command
    The command, which by itself would go on for a minute.
.PARAMETER Repeat
    How often.
.OUTPUTS
    The milliseconds of each.
#>
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [string] $Command,

    [int] $Repeat = 1
)

$state = [initialsessionstate]::CreateDefault2()
$null = $state.ImportPSModule($Module)
for ($i = 0; $i -lt $Repeat; $i++) {
    $session = [powershell]::Create($state)
    $null = $session.AddScript($Command)
    $running = $session.BeginInvoke()
    # Long enough for the request, the pause or the wait to have begun.
    Start-Sleep -Milliseconds 400
    if ($running.IsCompleted) {
        throw "The command was over before it could be stopped: $($session.Streams.Error)"
    }

    $watch = [Diagnostics.Stopwatch]::StartNew()
    $session.Stop()
    $watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)
    $session.Dispose()
}
