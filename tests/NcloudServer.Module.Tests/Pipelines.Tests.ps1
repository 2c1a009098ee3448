Describe 'The round trip' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5; bootSeconds = 0.5; rebootSeconds = 0.5 }
    }

    It 'finds, stops, waits, starts and waits in one pipeline, for 500 servers of two regions' {
        $servers = 'KR', 'JPN' |
            ForEach-Object { Get-NcpServerInstance -RegionCode $_ -ServerName 'web-*' -Status running | Select-Object -First 250 } |
            Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Start-NcpServerInstance -Wait -PollingIntervalSec 1

        $servers | Should -HaveCount 500
        $servers.StatusName | Sort-Object -Unique | Should -Be 'running'
        $servers | Group-Object RegionCode | ForEach-Object Count | Should -Be 250, 250
        @(Get-SimulatorRequest | ForEach-Object { $_.numbersChanged }) | Should -HaveCount 1000
    }

    It 'starts the first servers while the last still stop' {
        # The last server stops only when the test lets it, which is when another has been started.
        Set-SimulatorServer @{ number = '1000003'; status = 'RUN'; operation = 'SHTDN'; busySeconds = 600 }
        $session = New-ModuleSession
        try {
            $script = '1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Start-NcpServerInstance -BatchSize 1'
            $null = $session.Shell.AddScript($script).BeginInvoke()
            $log = Wait-SimulatorRequest { @($_.requests | Where-Object action -EQ 'startServerInstances').Count -eq 2 }
            ($log.requests | Where-Object action -EQ 'startServerInstances').numbers | Sort-Object | Should -Be '1000001', '1000002'
            (Get-SimulatorServer 1000003).statusName | Should -Be 'shutting down'
        } finally {
            $session.Shell.Stop()
            Close-ModuleSession $session
        }
    }

    It 'groups the servers of all regions' {
        $groups = Get-NcpServerInstance -AllRegions | Group-Object RegionCode, StatusName -NoElement
        $groups.Name | Sort-Object | Should -Be 'JPN, running', 'KR, running', 'SGN, running'
    }

    It 'interrupts the Windows servers alone' {
        $run = Invoke-Recorded {
            Get-NcpServerInstance -ServerName 'web-000*' | Where-Object { $_.PlatformType.Code -like 'WND*' } |
                Invoke-NcpServerInterrupt -Force
        }
        $run.Errors | Should -BeNullOrEmpty
        $run.Warning | Should -BeNullOrEmpty
        $run.Output.ServerName | Should -Be 'web-0006'
    }

    It 'works with a pipeline variable' {
        1000001 | Stop-NcpServerInstance -PipelineVariable server | ForEach-Object { $server.ServerName } | Should -Be 'web-0001'
    }

    It 'works in parallel runspaces and in jobs' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $module = Get-ModulePath
        $fromRunspaces = 1000001..1000004 | ForEach-Object -Parallel { Import-Module $using:module; $_ | Stop-NcpServerInstance }
        $fromRunspaces.ServerInstanceNo | Sort-Object | Should -Be (1000001..1000004)
        if (Get-Command Start-ThreadJob -ErrorAction Ignore) {
            $job = Start-ThreadJob { Import-Module $using:module; 1000005 | Stop-NcpServerInstance }
            ($job | Receive-Job -Wait -AutoRemoveJob).ServerInstanceNo | Should -Be '1000005'
        }
    }
}

Describe 'Servers that have crossed a process or a file' {
    BeforeEach { Reset-Simulator }

    It 'keep number, region and aliases through Export-Clixml, and go back into the pipeline' {
        $file = Join-Path $TestDrive 'servers.xml'
        Get-NcpServerInstance -AllRegions -ServerName '*-0001' | Sort-Object ServerInstanceNo | Export-Clixml $file
        $servers = Import-Clixml $file

        $servers.Id | Should -Be $servers.ServerInstanceNo
        $servers[0].Name | Should -Be 'web-0001'
        $servers[0].CreateDate.Offset | Should -Be ([TimeSpan]::FromHours(9))
        "$($servers[0].PlatformType)" | Should -Be $servers[0].PlatformType.Code
        ($servers | Out-String -Width 80) | Should -Match '(?m)^ +1000001 web-0001 +running'
        $stopped = $servers | Stop-NcpServerInstance
        $stopped.ServerInstanceNo | Should -Be $servers.ServerInstanceNo
        $stopped.RegionCode | Should -Be 'KR', 'JPN', 'SGN'
    }

    It 'come back from a job and go on: <Command>' -ForEach @(
        @{ Command = 'Get-NcpServerInstance'; Given = @{} }
        @{ Command = 'Stop-NcpServerInstance'; Given = @{} }
        @{ Command = 'Restart-NcpServerInstance'; Given = @{} }
        @{ Command = 'Invoke-NcpServerInterrupt'; Given = @{ Force = $true } }
        @{ Command = 'Wait-NcpServerInstance'; Given = @{ Status = 'running' } }
    ) {
        if (-not $script:fromJob) {
            $path = Get-ModulePath
            $job = Start-Job { Import-Module $using:path; Get-NcpServerInstance 2000001 -RegionCode JPN; 98 | Get-NcpServerInstance }
            $script:fromJob = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems.TargetObject | Should -Be '98'
            $problems.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        }

        $out = $script:fromJob | & $Command @Given

        $out.ServerInstanceNo | Should -Be '2000001'
        $out.RegionCode | Should -Be 'JPN'
    }
}

Describe 'Servers that are piped to the next command' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are found in their region by <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { $input | Stop-NcpServerInstance }; Action = 'stopServerInstances' }
        @{
            Name = 'interrupt'; Action = 'interruptServerInstance'
            Script = { $input | Invoke-NcpServerInterrupt -Force -WarningAction SilentlyContinue }
        }
    ) {
        $servers = @(1000001, 1000002 | Stop-NcpServerInstance) + @(2000001, 2000002 | Stop-NcpServerInstance -RegionCode JPN)
        Reset-Simulator

        $again = $servers | & $Script

        $again.ServerInstanceNo | Should -Be $servers.ServerInstanceNo
        $again.RegionCode | Should -Be 'KR', 'KR', 'JPN', 'JPN'
        Get-SimulatorRequest | ForEach-Object { foreach ($number in $_.numbers) { "$number $($_.regionCode) $($_.action)" } } |
            Sort-Object |
            Should -Be "1000001 KR $Action", "1000002 KR $Action", "2000001 JPN $Action", "2000002 JPN $Action"
    }
}
