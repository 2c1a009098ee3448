# What each command that the readme and the about_ topics print comes to. A command that nothing is known of is an error.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# What the session showed of the command: Output, Said, Errors.
$script:step = $null

function Assert-All {
    # Servers come out, and these columns of theirs hold nothing but these values.
    param([hashtable] $Column)

    $script:step.Output | Should -Not -BeNullOrEmpty
    foreach ($name in $Column.Keys) {
        $script:step.Output | Where-Object { $_.$name -notlike $Column[$name] } | Should -BeNullOrEmpty -Because $name
    }
}

function Assert-Output {
    # A column of what comes out, as a list.
    param([string] $Column, [string[]] $Value)

    $script:step.Output | ForEach-Object { "$($_.$Column)" } | Should -Be $Value
}

function Assert-Preview {
    # The console names these; how many they are is known where all are given.
    param([string[]] $Text, [int] $Count = $Text.Count)

    $lines = @($script:step.Said -split '\r?\n' | Where-Object { $_ -like 'What if: *' })
    $lines.Count | Should -Be $Count
    $Text | Where-Object { -not ($lines -like "*$_*") } | Should -BeNullOrEmpty
}

function Get-Count {
    # How many servers of a region are as told.
    param([string] $Region = 'KR', [string] $Name = '*', [string] $Status = '*', [string] $Platform = '*')

    @(Get-SimulatorServerOf $Region |
            Where-Object { $_.name -like $Name -and $_.statusName -like $Status -and $_.platformType -like $Platform }).Count
}

function Assert-Saved {
    param([string] $Name)

    Get-NcpProfile $Name | ForEach-Object IsComplete | Should -BeTrue
}

$script:web = { Assert-All @{ ServerName = 'web-*' } }
$script:runningWeb = { Assert-All @{ ServerName = 'web-*'; StatusName = 'running' } }
$script:stoppedWeb = { Assert-All @{ ServerName = 'web-*'; StatusName = 'stopped' } }
$script:previewWeb = { Assert-Preview -Text 'What if' -Count (Get-Count -Name 'web-*' -Status running) }
$script:expected = @{
    'Set-NcpProfile -ProfileName DEFAULT -Credential (Get-Credential)' = { Assert-Saved DEFAULT }
    "Get-NcpServerInstance -ServerName 'web-*' -Status running" = $script:runningWeb
    "Get-NcpServerInstance -ServerName 'web-*' -Status running | Stop-NcpServerInstance -WhatIf" = $script:previewWeb
    "Get-NcpServerInstance -ServerName 'web-*' -Status running | Stop-NcpServerInstance -Wait" = $script:stoppedWeb
    '1234567, 2345678 | Stop-NcpServerInstance' = { Assert-Output ServerInstanceNo '1234567', '2345678' }
    'Import-Csv fleet.csv | Stop-NcpServerInstance -RegionCode KR -WhatIf' = { Assert-Preview '1234567', '2000001' }
    'Get-Content numbers.txt | Stop-NcpServerInstance -BatchSize 50 -Verbose | Export-Csv stopped.csv' = {
        # What the file holds is looked at where the folder is known.
        $script:step.Output | Should -BeNullOrEmpty
    }
    'Invoke-NcpServerInterrupt 3456789 -Confirm:$false' = {
        Assert-Output ServerInstanceNo '3456789'
        (Get-SimulatorServer '3456789').interruptCount | Should -Be 1
    }
    "Get-NcpServerInstance -ServerName 'web-*' | Stop-NcpServerInstance -Wait | Start-NcpServerInstance -Wait" = $script:runningWeb
    'Get-NcpServerInstance -AllRegions | Group-Object RegionCode, Status -NoElement' = {
        $script:step.Output | Measure-Object Count -Sum | ForEach-Object Sum |
            Should -Be ((Get-Count KR) + (Get-Count JPN) + (Get-Count SGN))
        Assert-All @{ Name = '??*, *' }
    }
    "Get-NcpServerInstance | Where-Object { `$_.PlatformType.Code -like 'WND*' } | Invoke-NcpServerInterrupt -WhatIf" = {
        Assert-Preview -Text 'What if' -Count (Get-Count -Platform 'WND*')
    }
    'Invoke-NcpApi getNetworkInterfaceList -All | Select-Object InstanceNo, Ip' = {
        $script:step.Output.Count | Should -Be (Get-Count)
        Assert-All @{ Ip = '10.*.*.*' }
    }
    'Invoke-NcpApi setProtectServerTermination @{ serverInstanceNo = 1234567; isProtectServerTermination = $true }' = {
        Assert-Output ServerInstanceNo '1234567'
        (Get-SimulatorServer '1234567').isProtected | Should -BeTrue
    }
    'Invoke-NcpApi @users -Method Get -All | Select-Object LoginId, Name' = {
        $script:step.Output.Count | Should -Be 45
        Assert-All @{ LoginId = 'user-*' }
    }
    "Invoke-NcpApi @users -Method Post -Body @{ loginId = 'lee'; name = 'Lee' }" = { Assert-Output Name 'Lee' }
    "Get-NcpServerInstance -ServerName 'web-*' -Verbose" = $script:web
    'Get-NcpRegion' = { Assert-Output RegionCode 'KR', 'JPN', 'SGN' }
    'Get-NcpServerInstance -RegionCode KR' = {
        Assert-All @{ RegionCode = 'KR' }
        $script:step.Output.Count | Should -Be (Get-Count)
    }
    'Get-NcpServerInstance -ServerName web-* -Status running | Stop-NcpServerInstance -WhatIf' = $script:previewWeb
    'Get-NcpServerInstance -ServerName web-* -Status running | Stop-NcpServerInstance -Wait' = $script:stoppedWeb
    'Get-NcpRegion K* | Get-NcpServerInstance -Status running' = { Assert-All @{ RegionCode = 'KR'; StatusName = 'running' } }
    'Set-NcpProfile -ProfileName prod -Credential (Get-Credential)' = { $script:step.Output | Should -BeNullOrEmpty }
    'Get-NcpProfile' = {
        Assert-Output ProfileName 'prod'
        Assert-All @{ IsComplete = $true }
    }
    'Get-NcpServerInstance -ProfileName prod' = { $script:step.Output.Count | Should -Be (Get-Count) }
    'Remove-NcpProfile -ProfileName prod' = { Get-NcpProfile | Should -BeNullOrEmpty }
    'Get-NcpRegion -Credential (Import-Clixml key.xml)' = { Assert-Output RegionCode 'KR', 'JPN', 'SGN' }
    "Get-NcpServerInstance -ServerName 'web-*'" = $script:web
    '$busy | ForEach-Object { $_.TargetObject } | Stop-NcpServerInstance' = {
        # The number is still busy: it was tried, and named again.
        $script:step.Errors | ForEach-Object TargetObject | Should -Be '1000001'
    }
    'Get-NcpServerInstance -Status running | Stop-NcpServerInstance' = {
        Assert-All @{ StatusName = 'shutting down' }
        Get-Count -Status running | Should -Be 0
    }
    'Get-NcpServerInstance -ServerName web-000* | Stop-NcpServerInstance -Wait | Start-NcpServerInstance -Wait -BatchSize 1' = {
        Assert-All @{ ServerName = 'web-000*'; StatusName = 'running' }
    }
    'Invoke-RestMethod "$env:NCLOUD_API_GW$path" -Headers @{' = {
        $response = $script:step.Output[0].stopServerInstancesResponse
        $response.returnMessage, $response.serverInstanceList[0].serverInstanceNo | Should -Be 'success', '1234567'
    }
    'Get-Credential | Export-Clixml key.xml' = { $script:step.Output | Should -BeNullOrEmpty }
    'Receive-Job $job -Wait' = { Assert-All @{ ServerName = 'web-0001'; StatusName = 'stopped' } }
}

function Assert-ReadmeCommand {
    <#
    .SYNOPSIS
        Compares what the session showed of a command with what is said of it. Its first line tells which one it is.
    #>
    param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] $Step)

    $script:step = $Step
    $check = $script:expected[($Text -split '\r?\n')[0]]
    $check | Should -Not -BeNullOrEmpty -Because "something must be expected of '$Text'"
    & $check
}

Export-ModuleMember -Function Assert-ReadmeCommand
