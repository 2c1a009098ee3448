Describe 'A server that boots when the command begins' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5; bootSeconds = 0.5; rebootSeconds = 0.5 }
    }

    It 'is restarted once it runs, and its first boot does not count: <Name>' -ForEach @(
        @{ Name = 'refused'; Busy = 'RefuseBatch'; Script = { 1000001 | Restart-NcpServerInstance } }
        @{ Name = 'left out'; Busy = 'LeaveOut'; Script = { 1000001 | Restart-NcpServerInstance } }
        @{
            Name = 'refused, and waited for'; Busy = 'RefuseBatch'
            Script = { 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 }
        }
        @{
            Name = 'left out, and waited for'; Busy = 'LeaveOut'
            Script = { 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 }
        }
    ) {
        Set-SimulatorPolicy @{ busyServer = $Busy }
        Set-SimulatorServer @{ number = '1000001'; status = 'NSTOP'; operation = 'START'; busySeconds = 2 }

        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest -Action rebootServerInstances).numbersChanged | Should -Be '1000001'
    }

    It 'is stopped once it runs' {
        Set-SimulatorServer @{ number = '1000001'; status = 'NSTOP'; operation = 'START'; busySeconds = 2 }

        (1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1).StatusName | Should -Be 'stopped'
    }

    It 'is not restarted a second time where another restart is under way' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'RESTA'; busySeconds = 2 }

        (1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1).StatusName | Should -Be 'running'
    }
}

Describe 'A server that is being created when the command begins (<Status>)' -ForEach @(
    @{ Status = 'INIT' }
    @{ Status = 'CREAT' }
) {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5; bootSeconds = 0.5; rebootSeconds = 0.5 }
        Set-SimulatorServer @{ number = '1000001'; status = $Status; busySeconds = 3 }
    }

    It 'gets what was requested as soon as it exists: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { 1000001 | Stop-NcpServerInstance }; Ends = 'shutting down' }
        @{ Name = 'stop and wait'; Script = { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }; Ends = 'stopped' }
        @{ Name = 'restart'; Script = { 1000001 | Restart-NcpServerInstance }; Ends = 'rebooting' }
        @{ Name = 'restart and wait'; Script = { 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 }; Ends = 'running' }
        @{ Name = 'start and wait'; Script = { 1000001 | Start-NcpServerInstance -Wait -PollingIntervalSec 1 }; Ends = 'running' }
        @{ Name = 'wait'; Script = { 1000001 | Wait-NcpServerInstance -Status Running -PollingIntervalSec 1 }; Ends = 'running' }
    ) {
        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001'
        $result.Output.StatusName | Should -Be $Ends
    }

    It 'is restarted: its first boot does not count as one' {
        $null = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 }

        (Get-SimulatorRequest -Action rebootServerInstances).numbersChanged | Should -Be '1000001'
    }

    It 'is interrupted as soon as it exists, and once' {
        $result = Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force }

        $result.Errors | Should -BeNullOrEmpty
        (Get-SimulatorServer 1000001).interruptCount | Should -Be 1
    }

    It 'is reported as busy where nothing is to be repeated' {
        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output.ServerInstanceNo | Should -Be '1000002'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceBusy,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Errors.CategoryInfo.Category | Should -Be 'ResourceBusy'
        $result.Errors.TargetObject | Should -Be '1000001'
    }
}
