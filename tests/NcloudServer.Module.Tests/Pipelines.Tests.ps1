Describe 'Start-NcpServerInstance and Restart-NcpServerInstance' {
    BeforeEach { Reset-Simulator }

    It 'start stopped servers in batches, in the order of the input' {
        Set-SimulatorServer @(1000001..1000150 | ForEach-Object { @{ number = "$_"; status = 'NSTOP' } })
        $started = 1000150..1000001 | Start-NcpServerInstance

        $started.ServerInstanceNo | Should -Be (1000150..1000001)
        $started.StatusName | Sort-Object -Unique | Should -Be 'booting'
        @(Get-SimulatorRequest -Action startServerInstances) | Should -HaveCount 2
    }

    It 'take a server that runs already for a success, whatever the service says of it: <_>' -ForEach 'Accept', 'RefuseBatch', 'LeaveOut' {
        Set-SimulatorPolicy @{ alreadyInState = $_ }
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
        $run = Invoke-Recorded { 1000001, 1000002 | Start-NcpServerInstance }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.StatusName | Should -Be 'running', 'booting'
    }

    It 'restart nothing that is stopped' {
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
        $run = Invoke-Recorded { 1000001, 1000002, 1000003 | Restart-NcpServerInstance }

        $run.Output.ServerInstanceNo | Should -Be '1000001', '1000003'
        $run.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceStateInvalid,NcloudServer.Commands.RestartNcpServerInstanceCommand'
        $run.Errors.TargetObject | Should -Be '1000002'
    }

    It 'never restart a server twice when the first reply is lost' {
        Set-SimulatorTime @{ rebootSeconds = 0 }
        Add-SimulatorFault @{ action = 'rebootServerInstances'; times = 1; cut = 'AfterWork' }
        $restarted = 1000001, 1000002 | Restart-NcpServerInstance

        $restarted.ServerInstanceNo | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
    }

    It 'ask and refrain like the others' {
        $run = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -WhatIf; 1000001 | Start-NcpServerInstance -WhatIf }
        $run.Output | Should -BeNullOrEmpty
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}

Describe 'The round trip' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5; bootSeconds = 0.5; rebootSeconds = 0.5 }
    }

    It 'finds, stops, waits, starts and waits in one pipeline, for 500 servers of two regions' {
        $servers = 'KR', 'JPN' | ForEach-Object { Get-NcpServerInstance -RegionCode $_ -ServerName 'web-*' -Status running | Select-Object -First 250 } |
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
            $null = $session.Shell.AddScript('1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | Start-NcpServerInstance -BatchSize 1').BeginInvoke()
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
        $run = Invoke-Recorded { Get-NcpServerInstance -ServerName 'web-000*' | Where-Object { $_.PlatformType.Code -like 'WND*' } | Invoke-NcpServerInterrupt -Force }
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
