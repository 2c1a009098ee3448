# What the process takes, and whether that grows.

function Measure-Usage {
    param([TimeSpan] $Elapsed, [int] $Round)

    # Twice: the first collection lets finalizers run, the second takes what they held.
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    $heap = [GC]::GetTotalMemory($true)
    $process = [Diagnostics.Process]::GetCurrentProcess()
    [pscustomobject]@{
        Minutes = [Math]::Round($Elapsed.TotalMinutes, 1)
        Rounds = $Round
        HeapMB = [Math]::Round($heap / 1MB, 1)
        WorkingSetMB = [Math]::Round($process.WorkingSet64 / 1MB, 1)
        Handles = $process.HandleCount
        Threads = $process.Threads.Count
        Requests = $script:requests
        Errors = [int]($script:failures.Values | Measure-Object -Sum).Sum
    }
    $process.Dispose()
}

function Find-Growth {
    <# .SYNOPSIS What is larger in the last fifth of the time than in the second: medians, since a single sample meets a request under way. #>
    param([object[]] $Sample, [double] $FifthMinutes)

    $allowed = @{ HeapMB = 2; WorkingSetMB = 25; Handles = 4; Threads = 4 }
    $early = @($Sample | Where-Object { $_.Minutes -ge $FifthMinutes -and $_.Minutes -lt 2 * $FifthMinutes })
    $late = @($Sample | Where-Object Minutes -GE (4 * $FifthMinutes))
    foreach ($name in $allowed.Keys | Sort-Object) {
        $before = Get-Median $early.$name
        $after = Get-Median $late.$name
        if ($after -gt $before + $allowed[$name]) {
            "$name grew from $before to $after."
        }
    }
}

function Get-Median {
    param([double[]] $Number)

    @($Number | Sort-Object)[[Math]::Floor($Number.Count / 2)]
}

function Format-Usage {
    param([object[]] $Sample, [string[]] $Problem)

    '| minutes | rounds | heap MB | working set MB | handles | threads | requests | errors |'
    '| --- | --- | --- | --- | --- | --- | --- | --- |'
    foreach ($line in $Sample) {
        '| ' + (@($line.PSObject.Properties | ForEach-Object Value) -join ' | ') + ' |'
    }

    ''
    'Errors, each with the number of its server:'
    ''
    $script:failures.GetEnumerator() | Sort-Object Name | ForEach-Object { "- $($_.Name): $($_.Value)" }
    ''
    if ($Problem) { $Problem | ForEach-Object { "**$_**" } } else { 'No number was lost, no success untrue, nothing grew.' }
}
