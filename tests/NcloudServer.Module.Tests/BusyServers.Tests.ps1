Describe 'Servers that are busy although their status does not show it' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 1 }
    }

    It 'are tried again together: a hundred of them, busy for 15 seconds, take at most 300 requests' {
        Set-SimulatorServer (1000001..1000100 | ForEach-Object { @{ number = "$_"; hiddenBusySeconds = 15 } })

        $result = Invoke-Recorded { 1000001..1000100 | Stop-NcpServerInstance -Wait -PollingIntervalSec 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Sort-Object | Should -Be (1000001..1000100)
        $result.Output.StatusName | Select-Object -Unique | Should -Be 'stopped'
        # Seven rounds of waiting. Nothing but a request of its own tells of one that it is busy, so that the first round takes 200.
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 300
    }
}
