Describe 'Waiting for a busy server' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5 }
        $script:fault = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        $script:nobody = '{"stopServerInstancesResponse":{"returnCode":"0","returnMessage":"success","totalRows":0,"serverInstanceList":[]}}'
    }

    It 'uses up none of the repeats that a fault may have: <Name>' -ForEach @(
        @{ Name = 'its operation says that it is busy'; Server = @{ operation = 'CHNG'; busySeconds = 4 } }
        @{ Name = 'nothing says so'; Server = @{ hiddenBusySeconds = 4 } }
    ) {
        # The fault strikes the request that would have been accepted.
        Add-SimulatorFault @{ action = 'stopServerInstances'; fromSecond = 4; times = 1; status = 503; body = $script:fault }
        Set-SimulatorServer ($Server + @{ number = '1000001' })

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'stopped'
        (Get-SimulatorRequest -Action stopServerInstances).status | Should -Contain 503
    }

    It 'uses up none of the repeats that a fault may have, where nobody waits for the end' {
        # Two rounds of waiting, and two repeats after faults.
        Add-SimulatorFault @{ action = 'stopServerInstances'; fromSecond = 1.5; times = 2; status = 503; body = $script:fault }
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 1.5 }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'shutting down'
        (Get-SimulatorRequest -Action stopServerInstances).status | Should -Be 400, 503, 503, 200
    }

    It 'does not count as a reply that left the server out' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; fromSecond = 2; times = 1; status = 200; body = $script:nobody }
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2 }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'stopped'
    }

    It 'is as long as before where a fault came first' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2.2 }
        Add-SimulatorFault @{ action = 'stopServerInstances'; times = 1; status = 503; body = $script:fault }

        # The first look after the fault says that it is busy.
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'shutting down'
    }
}
