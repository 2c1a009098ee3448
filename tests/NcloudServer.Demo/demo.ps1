<#
.SYNOPSIS
    The main job in PowerShell: numbers go into a pipeline, servers and errors come out.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It shows something to a person.')]
param([Parameter(Mandatory)] [string] $ModulePath)

$ErrorActionPreference = 'Continue'
Import-Module $ModulePath -ErrorAction Stop
$script:isRight = $true

function Show-Command {
    # Runs a command as it is printed, and holds the promise against it: as many outcomes as numbers.
    param([string] $Text, [int] $Outcomes)

    Write-Host "`nPS> $Text" -ForegroundColor Cyan
    $everything = @(& ([scriptblock]::Create($Text)) 2>&1)
    $problems = @($everything | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
    $everything | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] } | Out-Host
    foreach ($problem in $problems) {
        Write-Host "$($problem.FullyQualifiedErrorId.Split(',')[0]): $problem" -ForegroundColor Red
    }

    if ($everything.Count -ne $Outcomes) {
        Write-Host "Expected $Outcomes outcomes, got $($everything.Count)." -ForegroundColor Red
        $script:isRight = $false
    }
}

$fleet = Join-Path ([IO.Path]::GetTempPath()) "ncloudserver-demo-$PID.csv"
Set-Content $fleet -Value 'ServerInstanceNo,RegionCode,Owner', '1000301,KR,web team', '2000001,JPN,data team'

Show-Command '1234567, 2345678 | Stop-NcpServerInstance' -Outcomes 2
Show-Command -Outcomes 1 '1000001..1000250 | Stop-NcpServerInstance | Group-Object StatusName, RegionCode -NoElement'
Show-Command "Import-Csv $fleet | Stop-NcpServerInstance -WhatIf" -Outcomes 0
Show-Command "Import-Csv $fleet | Stop-NcpServerInstance" -Outcomes 2
Show-Command '1000401, 99, "abc", 1000402 | Stop-NcpServerInstance' -Outcomes 4
Show-Command 'Invoke-NcpServerInterrupt 1000451 -Confirm:$false' -Outcomes 1

Show-Command -Outcomes 2 (@(
        'Get-NcpServerInstance -ServerName web-090*'
        'Stop-NcpServerInstance -Wait -PollingIntervalSec 1'
        'Start-NcpServerInstance -Wait -PollingIntervalSec 1'
    ) -join ' | ')

Remove-Item $fleet
$log = @((Invoke-RestMethod "$env:NCLOUD_API_GW/_simulator/requests").requests)
$signed = @($log | Where-Object { $_.signatureValid })
Write-Host "The service saw $($log.Count) requests, $($signed.Count) of them with a valid signature."
if (-not $script:isRight -or $signed.Count -ne $log.Count) {
    exit 1
}
