Describe 'Servers that are busy although their status does not show it' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 1 }
    }

    # How many requests that takes, and how soon the others are stopped, is a matter of the laws of the client, whose clock is theirs.
    It 'are stopped as soon as they are ready, with -Wait' {
        Set-SimulatorServer (1000001..1000100 | ForEach-Object { @{ number = "$_"; hiddenBusySeconds = 3 } })

        $result = Invoke-Recorded { 1000001..1000100 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Sort-Object | Should -Be (1000001..1000100)
        $result.Output.StatusName | Select-Object -Unique | Should -Be 'stopped'
    }

    It 'are stopped as soon as they are ready, without -Wait' {
        Set-SimulatorServer (1000001..1000020 | ForEach-Object { @{ number = "$_"; hiddenBusySeconds = 5 } })

        $result = Invoke-Recorded { 1000001..1000020 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000020)
    }

    It 'come out after the others' {
        $busy = '1000001', '1000050', '1000100'
        Set-SimulatorServer ($busy | ForEach-Object { @{ number = $_; hiddenBusySeconds = 8 } })

        $result = Invoke-Recorded { 1000001..1000100 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 100
        $result.Output[-3..-1].ServerInstanceNo | Sort-Object | Should -Be $busy
    }

    It 'are reported as busy when the time limit is over, and every other one is stopped' {
        Set-SimulatorServer @{ number = '1000002'; hiddenBusySeconds = 600 }

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 }

        $result.Output.ServerInstanceNo | Sort-Object | Should -Be '1000001', '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceBusy,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Errors.TargetObject | Should -Be '1000002'
        "$($result.Errors)" | Should -Match '1101003'
    }
}

Describe 'Waiting for a busy server' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5 }
        $script:fault = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        $script:nobody = '{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}'
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

    It 'uses up none of the repeats that a fault may have, without -Wait' {
        # Two rounds of waiting, and two repeats after faults.
        Add-SimulatorFault @{ action = 'stopServerInstances'; fromSecond = 1.5; times = 2; status = 503; body = $script:fault }
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 1.5 }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'shutting down'
        (Get-SimulatorRequest -Action stopServerInstances).status | Should -Be 400, 503, 503, 200
    }

    It 'does not count as a response that left the server out' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; fromSecond = 2; times = 1; status = 200; body = $script:nobody }
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2 }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'stopped'
    }

    It 'is as long as usual after a fault' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2.2 }
        Add-SimulatorFault @{ action = 'stopServerInstances'; times = 1; status = 503; body = $script:fault }

        # The first look after the fault says that it is busy.
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 2 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'shutting down'
    }

    It 'lasts until the other operation has ended' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2 }
        $run = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0 }
        $run.Errors | Should -BeNullOrEmpty
        $run.Output.StatusName | Should -Be 'stopped'
    }
}
