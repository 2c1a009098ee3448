#Requires -Version 5.1
<#
.SYNOPSIS
    Asks the real service what no document says, and writes the answers as a report and as policies of the simulator.
.DESCRIPTION
    Only reads, unless -AllowChange is given. Never sends more than two requests a second. Whatever a read answers is an answer. Stops where
    a change does something unexpected, where the key is refused, and where the gateway asks to slow down; what was found out until then is
    in the report, and how to go on. The exit code is then 1.

    The report has no keys, names, addresses or numbers of the account.
.PARAMETER Module
    The folder of the built module, whose properties are compared with the fields that come.
.PARAMETER Destination
    The folder for live-report.md, live-report.json and live-policy.json.
.PARAMETER ServerInstanceNo
    A server that may be stopped. It is left as it was found, also when the run is interrupted.
.PARAMETER AllowChange
    Stops, starts and restarts that server, after a question.
.PARAMETER AllowInterrupt
    Also crashes its operating system.
.PARAMETER From
    The question to begin with, as the report calls it. What an earlier run has found out stays in the report.
.PARAMETER Credential
    The key. Default: that of the profile, of the environment, of the default profile.
.PARAMETER IntervalMs
    The time between two requests. Less than half a second is only for a service on this computer.
.PARAMETER PollSec
    The time between two looks at a server that changes.
.PARAMETER WaitSec
    How long a change may take.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [string] $Destination,

    [ValidatePattern('^([1-9][0-9]*)?$')]
    [string] $ServerInstanceNo,

    [switch] $AllowChange,

    [switch] $AllowInterrupt,

    [string] $From,

    [pscredential] $Credential,

    [string] $ProfileName,

    [string] $RegionCode,

    [string] $EndpointUrl,

    [int] $IntervalMs = 500,

    [double] $PollSec = 5,

    [int] $WaitSec = 900
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
foreach ($part in 'Key', 'Service', 'Response', 'Answers', 'Reading', 'Listing', 'Limits', 'State', 'Changing', 'Report') {
    . (Join-Path $PSScriptRoot "$part.ps1")
}

if ($AllowInterrupt -and -not $AllowChange) {
    throw '-AllowInterrupt needs -AllowChange too.'
}

if ($AllowChange -and -not $ServerInstanceNo) {
    throw '-AllowChange needs -ServerInstanceNo, the number of a server that may be stopped.'
}

$deeds = if ($AllowInterrupt) { 'Stop, start, restart and interrupt' } else { 'Stop, start and restart' }
$isChanging = $AllowChange -and $PSCmdlet.ShouldProcess("server $ServerInstanceNo", $deeds)
$script:moduleFolder = $Module
$key = Find-LiveKey -Credential $Credential -ProfileName $ProfileName
Connect-LiveService -Key $key -Gateway $EndpointUrl -RegionCode $RegionCode -IntervalMs $IntervalMs
$null = @($key.AccessKey, $key.SecretKey, $ServerInstanceNo | Where-Object { $_ }) | ForEach-Object { $script:private.Add($_) }
if ($From) {
    if (-not $script:questions.Contains($From)) {
        throw "-From takes $(@($script:questions.Keys) -join ', '), not '$From'."
    }

    $script:firstId = $From
    Read-LiveReport $Destination
}

# Until the end is reached: Ctrl+C leaves it so.
$problem = 'It was interrupted.'
try {
    Test-LiveReading
    if ($isChanging) {
        # One question leads to the next here, so they are asked together.
        $ids = @($script:questions.Keys)[[array]::IndexOf(@($script:questions.Keys), 'laggingLists')..($script:questions.Count - 1)]
        $change = @{ Number = $ServerInstanceNo; PollSec = $PollSec; WaitSec = $WaitSec; AllowInterrupt = $AllowInterrupt }
        Invoke-LiveStep $ids { Test-LiveChange @change } -IsChange
    }

    $problem = ''
} catch {
    $problem = "$_"
    Write-Information "Stopped: $(Hide-Private $problem)"
} finally {
    # The number stays out of the report.
    $more = "$(if ($AllowChange) { ' -ServerInstanceNo N -AllowChange' })$(if ($AllowInterrupt) { ' -AllowInterrupt' })"
    $goOn = if ($problem -and $script:current) { "build.ps1 -Task Live -From $($script:current)$more" } else { '' }
    if ($goOn) {
        Write-Information "To go on from there: $goOn"
    }

    $public = 'ncloud.apigw.ntruss.com', 'ncloud.apigw.gov-ntruss.com', 'fin-ncloud.apigw.fin-ntruss.com'
    $gateway = ([Uri]$script:service.Root).Host
    $site = if ($gateway -in $public) { $gateway } else { 'another gateway' }
    Write-LiveReport -Folder $Destination -Problem $problem -GoOn $goOn -Site $site
    $script:service.Client.Dispose()
}

exit [int]($problem -ne '')
