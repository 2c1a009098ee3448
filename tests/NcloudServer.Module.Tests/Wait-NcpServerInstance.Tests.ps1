Describe 'Wait-NcpServerInstance' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 1.5; bootSeconds = 1.5 }
    }

    It 'waits for servers that another command has set in motion' {
        $servers = 1000001..1000003 | Stop-NcpServerInstance | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1
        $servers.StatusName | Should -Be 'stopped', 'stopped', 'stopped'
        $servers | Start-NcpServerInstance | Wait-NcpServerInstance -Status Running -PollingIntervalSec 1 |
            ForEach-Object StatusName | Should -Be 'running', 'running', 'running'
    }

    It 'gives out at once what has already arrived, in one request' {
        (1000001..1000050 | Wait-NcpServerInstance -Status Running).ServerInstanceNo | Should -Be (1000001..1000050)
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'gives an error for a number that never existed' {
        $run = Invoke-Recorded { 99 | Wait-NcpServerInstance -Status Stopped }
        $run.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.WaitNcpServerInstanceCommand'
    }

    It 'changes nothing' {
        $null = Invoke-Recorded { 1000001 | Wait-NcpServerInstance -Status Stopped -WaitTimeoutSec 1 }
        (Get-SimulatorServer 1000001).statusName | Should -Be 'running'
    }
}
