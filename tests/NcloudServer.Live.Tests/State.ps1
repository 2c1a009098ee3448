# A server's state, and what a request did to it.

$script:lag = 0
$script:anything = 'Success', 'Service', 'Denied', 'Gateway', 'Other', 'None'

function Get-LiveState {
    <# .SYNOPSIS The server as it is now, or nothing. #>
    param([string[]] $Expect = 'Success')

    $response = Send-LiveRequest getServerInstanceList -Number $script:waiting.Number -Expect $Expect
    $server = if ($response.Kind -eq 'Success') { Get-LiveServer $response | Select-Object -First 1 }
    if (-not $server) {
        return
    }

    Add-LivePrivate $server
    return ConvertTo-LiveState $server
}

function ConvertTo-LiveState {
    param([Xml.XmlElement] $Server)

    $code = { param($name) Get-LiveText ($Server.ChildNodes | Where-Object { $_.LocalName -eq $name }) 'code' }
    return [pscustomobject]@{
        Status     = & $code serverInstanceStatus
        Operation  = & $code serverInstanceOperation
        Name       = Get-LiveText $Server 'serverInstanceStatusName'
        Uptime     = Get-LiveText $Server 'uptime'
        Platform   = & $code platformType
        Hypervisor = & $code hypervisorType
    }
}

function Get-StateText {
    param([pscustomobject] $State)

    return $(if ($State) { "$($State.Status)/$($State.Operation)/$($State.Name)" } else { 'not in the list' })
}

function Wait-LiveState {
    <# .SYNOPSIS Returns when the server has arrived; what it went through gets into the timeline. #>
    param([string[]] $Status, [string] $Cause, [pscustomobject] $Response, [string] $OtherUptime)

    $watch = [Diagnostics.Stopwatch]::StartNew()
    Skip-LiveLag
    $own = Get-LiveServer $Response | Where-Object { (Get-LiveText $_ 'serverInstanceNo') -eq $script:waiting.Number }
    $seen = @($own | ForEach-Object { Get-StateText (ConvertTo-LiveState $_) } | ForEach-Object { "$_ (response)" })
    while ($true) {
        $state = Get-LiveState
        $text = Get-StateText $state
        if (-not $seen -or $seen[-1] -notlike "$text *") {
            $seen += "$text ($([Math]::Round($watch.Elapsed.TotalSeconds)) s)"
        }

        $isThere = $state -and $state.Status -in $Status -and $state.Operation -eq 'NULL'
        # Between two looks a restart can be over: then the time of the last boot has moved.
        if ($isThere -and (-not $OtherUptime -or $state.Uptime -ne $OtherUptime -or $seen.Count -gt 1)) {
            $script:timeline += "${Cause}: $($seen -join ' > ')"
            return
        }

        if ($watch.Elapsed.TotalSeconds -gt $script:waiting.WaitSec) {
            throw "After $Cause the server is $text, and does not get to $Status."
        }

        Start-Sleep -Milliseconds ([int]($script:waiting.PollSec * 1000))
    }
}

function Skip-LiveLag {
    # What the first lists show may be the server as it was before.
    for ($list = 0; $list -lt $script:lag; $list++) {
        $null = Get-LiveState -Expect $script:anything
    }
}

function Send-LiveChange {
    <# .SYNOPSIS One request that changes the server; a refusal is an answer. #>
    param([string] $Action, [string[]] $Number = $script:waiting.Number, [System.Collections.IDictionary] $Parameter)

    $script:isRestored = $false
    return Send-LiveRequest $Action -Number $Number -Parameter $Parameter -Expect Success, Service, Denied
}

function Get-LiveEffect {
    <# .SYNOPSIS What a request did to a number: refused, left out, or taken into the response. #>
    param([pscustomobject] $Response)

    if ($Response.Kind -ne 'Success') {
        return 'RefuseBatch'
    }

    return $(if ($script:waiting.Number -in (Get-LiveNumber $Response)) { 'Accept' } else { 'LeaveOut' })
}

function Get-EffectText {
    param([pscustomobject] $Response)

    switch (Get-LiveEffect $Response) {
        'RefuseBatch' { "refused with status $($Response.Status), $($Response.Code)" }
        'LeaveOut' { 'left out of the response' }
        'Accept' { 'accepted' }
    }
}
