# Starts the simulated service and steers it over its control addresses.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute(
    'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'All that changes is a simulator that lives as long as the tests.')]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$script:process = $null
$script:address = $null

function Start-Simulator {
    <# .SYNOPSIS Starts the simulator on a free port; the variables that it prints are the result. #>
    param([Parameter(Mandatory)] [string] $Path)

    $start = New-Object Diagnostics.ProcessStartInfo 'dotnet', "`"$Path`" --port 0 --parent-pid $PID"
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $script:process = [Diagnostics.Process]::Start($start)
    $variables = @{}
    while ($true) {
        $line = $script:process.StandardOutput.ReadLineAsync()
        if (-not $line.Wait(30000) -or $null -eq $line.Result) {
            throw "The simulator did not start: $Path"
        }

        if ($line.Result -match "^\`$env:(\w+) = '(.+)'`$") {
            $variables[$Matches[1]] = $Matches[2]
        } elseif ($line.Result -like 'Ready*') {
            break
        }
    }

    $script:address = $variables['NCLOUD_API_GW']
    return $variables
}

function Stop-Simulator {
    if ($script:process) {
        if (-not $script:process.HasExited) {
            $script:process.Kill()
            $script:process.WaitForExit()
        }

        $script:process.Dispose()
        $script:process = $null
    }
}

function Get-SimulatorAddress {
    return $script:address
}

function Invoke-Control {
    param([string] $Method, [string] $Path, $Body)

    $request = @{ Method = $Method; Uri = "$script:address/_simulator/$Path"; UseBasicParsing = $true }
    if ($PSBoundParameters.ContainsKey('Body')) {
        $request['Body'] = ConvertTo-Json -InputObject $Body -Depth 9 -Compress
        $request['ContentType'] = 'application/json'
    }

    Invoke-RestMethod @request
}

function Reset-Simulator {
    <# .SYNOPSIS Fleet, policies, times, role, faults and log are as at the start. #>
    $null = Invoke-Control POST reset
}

function Get-SimulatorRequest {
    <# .SYNOPSIS What the simulator has received, in the order of arrival. #>
    param([string] $Action)

    $requests = (Invoke-Control GET requests).requests
    $requests | Where-Object { -not $Action -or $_.action -eq $Action }
}

function Clear-SimulatorRequest {
    <# .SYNOPSIS Forgets what the simulator has received. #>
    $null = Invoke-Control DELETE requests
}

function Wait-SimulatorRequest {
    <# .SYNOPSIS Returns once the condition holds for the request log; throws when it does not within half a minute. #>
    param([Parameter(Mandatory)] [scriptblock] $Until)

    $deadline = [DateTime]::UtcNow.AddSeconds(30)
    do {
        $log = Invoke-Control GET requests
        if ($log | ForEach-Object $Until) {
            return $log
        }

        Start-Sleep -Milliseconds 10
    } while ([DateTime]::UtcNow -lt $deadline)

    throw "The simulator never got so far: $Until"
}

function Add-SimulatorFault {
    <# .SYNOPSIS Adds one rule or several; the first that matches a request strikes it. #>
    param([Parameter(Mandatory)] [hashtable[]] $Fault)

    $null = Invoke-Control POST faults -Body $Fault
}

function Clear-SimulatorFault {
    $null = Invoke-Control DELETE faults
}

function Set-SimulatorPolicy {
    param([Parameter(Mandatory)] [hashtable] $Policy)

    $null = Invoke-Control PUT policies -Body $Policy
}

function Set-SimulatorTime {
    param([Parameter(Mandatory)] [hashtable] $Time)

    $null = Invoke-Control PUT times -Body $Time
}

function Set-SimulatorRole {
    param([Parameter(Mandatory)] [hashtable] $Role)

    $null = Invoke-Control PUT role -Body $Role
}

function Set-SimulatorServer {
    <# .SYNOPSIS Adds servers, or puts them in the place of those with their numbers. #>
    param([Parameter(Mandatory)] [hashtable[]] $Server)

    $null = Invoke-Control POST servers -Body $Server
}

function Set-SimulatorRegion {
    <# .SYNOPSIS Other regions, with new servers, in the place of all that there are: hashtables of code and servers. #>
    param([Parameter(Mandatory)] [hashtable[]] $Region)

    $null = Invoke-Control PUT regions -Body $Region
}

function Get-SimulatorServerOf {
    <# .SYNOPSIS All servers of a region. #>
    param([Parameter(Mandatory)] [string] $RegionCode)

    (Invoke-Control GET "servers?regionCode=$RegionCode").servers
}

function Get-SimulatorServer {
    param([Parameter(Mandatory)] [string[]] $Number)

    (Invoke-Control GET "servers?numbers=$($Number -join ',')").servers
}

function ConvertTo-SimulatorCode {
    # Code with the simulator in the place of the hosts of other services.
    param([string] $Code)

    return $Code -replace 'https://\w+\.apigw\.ntruss\.com', (Get-SimulatorAddress)
}

Export-ModuleMember -Function *-Simulator*
