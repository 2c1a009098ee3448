# What can be found out only by changing a server, and how it gets back to the state it was found in.

function Test-LiveChange {
    <# .SYNOPSIS Stops, starts and restarts a server, and observes it. Leaves it as it was found, whatever ends the run. #>
    param([string] $Number, [double] $PollSec, [int] $WaitSec, [switch] $AllowInterrupt)

    $script:waiting = @{ Number = $Number; PollSec = $PollSec; WaitSec = $WaitSec }
    $found = Get-LiveState
    if (-not $found) {
        throw 'The server is not in this region.'
    }

    if ($found.Operation -ne 'NULL' -or $found.Status -notin 'RUN', 'NSTOP') {
        throw "A server that is running or stopped is needed; this one is $($found.Name)."
    }

    $script:timeline = @()
    $script:isRestored = $true
    $back = if ($found.Status -eq 'RUN') { "Start-NcpServerInstance $Number" } else { "Stop-NcpServerInstance $Number" }
    Write-Information "The server is $($found.Name). If this process is killed and leaves it otherwise: $back"
    try {
        if ($found.Status -eq 'NSTOP') {
            $start = Send-LiveChange startServerInstances
            if ($start.Kind -ne 'Success') {
                Add-LiveAnswer states "Not found out: the start is $(Get-EffectText $start)." -Evidence $start
                return
            }

            Wait-LiveState -Status RUN -Cause start -Response $start
        }

        if (Test-LiveStop) {
            Test-LiveStopped
            Test-LiveRunning
            if ($AllowInterrupt) {
                Test-LiveInterrupt
            }
        }
    } finally {
        # Ctrl+C runs this too.
        Restore-LiveServer $found.Status $back
        if ($script:timeline) {
            Add-LiveAnswer states "$($script:timeline -join '; ')."
        }
    }
}

function Test-LiveStop {
    <# .SYNOPSIS Stops the server, first together with a number that does not exist. Gives false if it could not be stopped. #>
    $unknown = Get-UnknownNumber $script:private
    $both = Send-LiveChange stopServerInstances -Number $script:waiting.Number, $unknown
    if ($both.Kind -eq 'Denied') {
        Add-LiveAnswer unknownNumbers 'Not found out: the key may not stop servers.' -Evidence $both
        return $false
    }

    $state = Measure-LiveLag $both
    $isStopping = $state.Operation -ne 'NULL' -or $state.Status -ne 'RUN'
    $first = $both
    if ($both.Kind -eq 'Service' -and -not $isStopping) {
        $first = Send-LiveChange stopServerInstances
        if ($first.Kind -ne 'Success') {
            Add-LiveAnswer unknownNumbers "Not found out: the server is $(Get-EffectText $first) on its own too." -Evidence $both, $first
            return $false
        }

        Add-LiveAnswer unknownNumbers "The batch is $(Get-EffectText $both)." -Policy RefuseBatch -Evidence $both
        $null = Measure-LiveLag $first
    } elseif ($both.Kind -eq 'Success' -and $isStopping -and $unknown -notin (Get-LiveNumber $both)) {
        Add-LiveAnswer unknownNumbers 'The number is left out of the response, the others are carried out.' -Policy LeaveOut -Evidence $both
    } else {
        $answer = "The batch is $(Get-EffectText $both), and the server is $($state.Name): the simulator has no policy for that."
        Add-LiveAnswer unknownNumbers $answer -Evidence $both
    }

    $script:again = @(, @('stop while it shuts down', (Send-LiveChange stopServerInstances)))
    $busy = Send-LiveChange startServerInstances
    $effect = Get-LiveEffect $busy
    # Only if it was still under way afterwards, the start met it there.
    $isProof = (Get-LiveState).Operation -eq 'SHTDN'
    $answer = "A start while it shuts down is $(Get-EffectText $busy)$(if (-not $isProof) { ', but the shutdown may have been over' })."
    Add-LiveAnswer busyServer $answer -Policy $(if ($isProof -and $effect -ne 'Accept') { $effect }) -Evidence $busy
    if ($effect -eq 'Accept') {
        Wait-LiveState -Status RUN, NSTOP -Cause 'stop and start' -Response $first
        if ((Get-LiveState).Status -eq 'RUN') {
            $first = Send-LiveChange stopServerInstances
        }
    }

    Wait-LiveState -Status NSTOP -Cause stop -Response $first
    return $true
}

function Measure-LiveLag {
    <# .SYNOPSIS Looks until a list shows what a stop that was accepted has begun, and gives that look. #>
    param([pscustomobject] $Response)

    $state = Get-LiveState
    if ($script:waiting.Number -notin (Get-LiveNumber $Response)) {
        return $state
    }

    for ($lists = 0; $state.Operation -eq 'NULL' -and $state.Status -eq 'RUN' -and $lists -lt 10; $lists++) {
        $state = Get-LiveState
    }

    $script:lag = $lists
    Add-LiveAnswer laggingLists "$lists." -Policy $lists -Evidence $Response
    return $state
}

function Test-LiveStopped {
    $script:again += , @('stop when it is stopped', (Send-LiveChange stopServerInstances))
    $wrong = Send-LiveChange rebootServerInstances
    $effect = Get-LiveEffect $wrong
    Add-LiveAnswer wrongState "A restart of a stopped server is $(Get-EffectText $wrong)." -Policy $(
        if ($effect -ne 'Accept') { $effect }) -Evidence $wrong
    if ($effect -eq 'Accept') {
        Wait-LiveState -Status RUN -Cause 'restart of a stopped server' -Response $wrong
    } else {
        $start = Send-LiveChange startServerInstances
        if ($start.Kind -ne 'Success') {
            throw 'The stopped server was not started.'
        }

        $script:again += , @('start while it boots', (Send-LiveChange startServerInstances))
        Wait-LiveState -Status RUN -Cause start -Response $start
    }

    $script:again += , @('start when it runs', (Send-LiveChange startServerInstances))
    $effects = @($script:again | ForEach-Object { Get-LiveEffect $_[1] } | Select-Object -Unique)
    $texts = $script:again | ForEach-Object { "$($_[0]): $(Get-EffectText $_[1])" }
    $policy = if ($effects.Count -eq 1) { $effects[0] }
    Add-LiveAnswer alreadyInState "$($texts -join '; ')." -Policy $policy -Evidence @($script:again | ForEach-Object { $_[1] })
}

function Test-LiveRunning {
    $before = Get-LiveState
    $restart = Send-LiveChange rebootServerInstances
    if ($restart.Kind -ne 'Success') {
        $script:timeline += "restart: $(Get-EffectText $restart)"
    } else {
        Wait-LiveState -Status RUN -Cause restart -Response $restart -OtherUptime $before.Uptime
    }
}

function Test-LiveInterrupt {
    $before = Get-LiveState
    $response = Send-LiveChange interruptServerInstance -Number @() -Parameter @{ serverInstanceNo = $script:waiting.Number }
    $hasWindows = $before.Platform -like 'WND*'
    $isKvm = $before.Hypervisor -eq 'KVM'
    $isTaken = (Get-LiveEffect $response) -eq 'Accept'
    # What one server can tell of the three rules of the documentation; where two fit, the newer one.
    $policy = if (-not $hasWindows) {
        switch ("$isTaken $isKvm") {
            'True False' { 'AnyRunning' }
            'True True' { 'WindowsOrKvm' }
            'False True' { 'WindowsOnly' }
        }
    }

    $what = "$($before.Platform) on $($before.Hypervisor)"
    Add-LiveAnswer interruptRule "An interrupt of $what is $(Get-EffectText $response)." -Policy $policy -Evidence $response
    if ($isTaken) {
        Wait-LiveState -Status RUN -Cause interrupt -Response $response
    }
}

function Restore-LiveServer {
    <# .SYNOPSIS Brings the server back. Gives up only when the time is over, whatever the service answers meanwhile. #>
    param([string] $Status, [string] $Advice)

    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not $script:isRestored) {
        try {
            Skip-LiveLag
            $state = Get-LiveState -Expect $script:anything
            if ($state -and $state.Operation -eq 'NULL') {
                if ($state.Status -eq $Status) {
                    $script:isRestored = $true
                    Write-Information "The server is $($state.Name), as it was found."
                    return
                }

                $action = if ($Status -eq 'RUN') { 'startServerInstances' } else { 'stopServerInstances' }
                $null = Send-LiveRequest $action -Number $script:waiting.Number -Expect $script:anything
            }
        } catch {
            Write-Information "Bringing the server back goes on: $(Hide-Private "$_")"
        }

        if ($watch.Elapsed.TotalSeconds -gt $script:waiting.WaitSec) {
            Write-Warning "The server is not as it was found. To bring it back: $Advice"
            return
        }

        Start-Sleep -Milliseconds ([int]($script:waiting.PollSec * 1000))
    }
}
