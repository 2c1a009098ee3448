Describe 'Start-NcpServerInstance' {
    BeforeEach {
        Reset-Simulator
    }

    It 'starts stopped servers in batches, in the order of the input' {
        Set-SimulatorServer @(1000001..1000150 | ForEach-Object { @{ number = "$_"; status = 'NSTOP' } })
        $started = 1000150..1000001 | Start-NcpServerInstance

        $started.ServerInstanceNo | Should -Be (1000150..1000001)
        $started.StatusName | Sort-Object -Unique | Should -Be 'booting'
        @(Get-SimulatorRequest -Action startServerInstances) | Should -HaveCount 2
    }

    It 'gives a server out that already runs, whatever the service answers for it: <_>' -ForEach 'Accept', 'RefuseBatch', 'LeaveOut' {
        Set-SimulatorPolicy @{ alreadyInState = $_ }
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
        $run = Invoke-Recorded { 1000001, 1000002 | Start-NcpServerInstance }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.StatusName | Should -Be 'running', 'booting'
    }
}
