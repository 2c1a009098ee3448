#Requires -Version 5.1
<#
.SYNOPSIS
    Measures what it costs to read a number, compared with a cmdlet that does nothing with it. No number is sent: each pipeline ends before
    its batch is full.
.PARAMETER Module
    The module.
.PARAMETER Empty
    The module that does nothing.
.PARAMETER Rounds
    How often each is measured.
.OUTPUTS
    A line a round: the microseconds for one number, and those of the cmdlet that does nothing.
#>
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [string] $Empty,

    [int] $Rounds = 9
)

Import-Module $Module, $Empty
# More would fill a batch, since an address holds no more.
$together = 200
$numbers = [string[]](1000001..1100000)

function Measure-Pipeline([scriptblock] $Command) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    for ($first = 0; $first -lt $numbers.Count; $first += $together) {
        $pipeline = $Command.GetSteppablePipeline()
        $pipeline.Begin($true)
        for ($i = $first; $i -lt $first + $together; $i++) {
            $pipeline.Process($numbers[$i])
        }

        # Without End(): what was taken in is never sent.
        $pipeline.Dispose()
    }

    return $watch.Elapsed.TotalMilliseconds * 1000 / $numbers.Count
}

for ($round = -2; $round -lt $Rounds; $round++) {
    $ours = Measure-Pipeline { Stop-NcpServerInstance -BatchSize 1000 }
    $theirs = Measure-Pipeline { Stop-Nothing }
    if ($round -ge 0) {
        [string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $ours, $theirs)
    }
}
