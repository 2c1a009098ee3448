# One round of the whole fleet, and whether all that the module says of it is true.

$script:regions = 'KR', 'JPN'
$script:size = 2500
$script:generation = 1
$script:requests = 0
# How often each command came to each error.
$script:failures = @{}

function Open-Fleet {
    param([string] $Simulator)

    Get-ChildItem env: | Where-Object Name -match '^NCLOUD_|^(http|https|all|no)_proxy$' | ForEach-Object { Remove-Item "env:$($_.Name)" }
    $address = (Start-Simulator $Simulator)['NCLOUD_API_GW']
    $env:NCLOUD_API_GW = $address
    $env:NCLOUD_METADATA_API_ENDPOINT = $address
    Set-SimulatorRegion @($script:regions | ForEach-Object { @{ code = $_; servers = $script:size } })
    Set-SimulatorRole @{ mode = 'On'; regionCode = $script:regions[0]; expirySeconds = 90 }
    Set-SimulatorPolicy @{ requestsPerSecond = 30; retryAfterSeconds = 1 }
    # One request in twenty; the list is shared by all that a session sends.
    Add-SimulatorFault @(
        @{ probability = 0.01; status = 500 }
        @{ probability = 0.01; status = 503; headers = @{ 'Retry-After' = '1' } }
        @{ probability = 0.01; cut = 'AfterWork' }
        @{ probability = 0.01; cut = 'InBody' }
        @{ probability = 0.005; truncateTo = 100 }
        @{ probability = 0.005; latencyMs = 2000 }
    )
}

function Switch-RoleKey {
    # The key that the session holds is refused from now on.
    $script:generation++
    Set-SimulatorRole @{ accessKey = 'SIMULATORROLEKEY{0:0000}' -f $script:generation; secretKey = "Secret$($script:generation)" }
}

function Invoke-Round {
    param([int] $Round)

    $known = @((Get-State).Keys)
    $found = @($script:regions | ForEach-Object { Get-NcpServerInstance -RegionCode $_ })
    Assert-Once -Command Get-NcpServerInstance -Known $known -Object $found
    Invoke-Change -Command Stop-NcpServerInstance -Server $found -Known $known -Status NSTOP
    Invoke-Change -Command Start-NcpServerInstance -Server $found -Known $known -Status RUN
    if ($Round % 5 -eq 0) {
        Invoke-Change -Command Restart-NcpServerInstance -Server $found -Known $known -Status RUN
    }

    $script:requests += @(Get-SimulatorRequest).Count
    Clear-SimulatorRequest
    $Error.Clear()
    Switch-RoleKey
}

function Invoke-Change {
    param([string] $Command, [object[]] $Server, [string[]] $Known, [string] $Status)

    $number = 0
    $problem = $null
    $changed = @($Server | ForEach-Object {
            # In the middle of the command: batches are under way with the old key.
            if (++$number -eq $script:size) {
                Switch-RoleKey
            }

            $_
        } | & $Command -Wait -Confirm:$false -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problem)
    Assert-Once -Command $Command -Known $Known -Object $changed -Problem $problem
    foreach ($record in $problem) {
        $id = "$Command $($record.FullyQualifiedErrorId -replace ',.*')"
        $script:failures[$id] = 1 + $script:failures[$id]
    }

    $real = Get-State
    $untrue = @($changed | Where-Object { $_.ServerInstanceStatus.Code -ne $Status -or $real[$_.ServerInstanceNo] -ne $Status })
    if ($untrue) {
        throw "$Command reported success for $($untrue.Count) servers that are not $Status, such as $($untrue[0].ServerInstanceNo)."
    }
}

function Get-State {
    # The simulator's own view: the status of every server by its number.
    $state = @{}
    $script:regions | ForEach-Object { Get-SimulatorServerOf $_ } | ForEach-Object { $state[$_.number] = $_.status }
    return $state
}

function Assert-Once {
    param([string] $Command, [string[]] $Known, [object[]] $Object, [object[]] $Problem = @())

    $missing = [Collections.Generic.HashSet[string]]::new($Known)
    foreach ($number in @($Object | ForEach-Object ServerInstanceNo) + @($Problem | ForEach-Object { "$($_.TargetObject)" })) {
        if (-not $missing.Remove($number)) {
            throw "$Command repeated the number $number, or made it up."
        }
    }

    if ($missing.Count) {
        throw "$Command lost $($missing.Count) of $($Known.Count) numbers, such as $(@($missing)[0])."
    }
}
