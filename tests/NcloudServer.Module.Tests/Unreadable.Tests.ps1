BeforeDiscovery {
    $script:commands = @(
        @{ Name = 'get'; Class = 'GetNcpServerInstanceCommand'; Script = { $script:numbers | Get-NcpServerInstance } }
        @{
            Name = 'wait'; Class = 'WaitNcpServerInstanceCommand'
            Script = { $script:numbers | Wait-NcpServerInstance -Status Running -WaitTimeoutSec 3 -PollingIntervalSec 1 }
        }
    )
}

Describe 'A number that the service refuses to read' {
    BeforeEach {
        Reset-Simulator
        $script:refusal = @{
            action = 'getServerInstanceList'; status = 400
            body = '{"responseError":{"returnCode":"4711","returnMessage":"No."}}'
        }
        $script:numbers = 1000001..1000064
    }

    It 'does not take its neighbours with it: <Name>' -ForEach $script:commands {
        Add-SimulatorFault ($script:refusal + @{ number = '1000040' })

        $result = Invoke-Recorded $Script

        $result.Thrown | Should -BeNullOrEmpty
        # Wait writes each as soon as it is there.
        $result.Output.ServerInstanceNo | Sort-Object | Should -Be ($script:numbers | Where-Object { $_ -ne 1000040 })
        $result.Errors.FullyQualifiedErrorId | Should -Be "NcpRequestRefused,NcloudServer.Commands.$Class"
        $result.Errors.TargetObject | Should -Be '1000040'
        "$($result.Errors)" | Should -Match '4711'
        # All of them, one without numbers, and two halves for each of the six times that 64 can be halved.
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 14
    }

    It 'is found beside another one: <Name>' -ForEach $script:commands {
        Add-SimulatorFault ($script:refusal + @{ number = '1000001' }), ($script:refusal + @{ number = '1000064' })

        $result = Invoke-Recorded $Script

        $result.Output.ServerInstanceNo | Sort-Object | Should -Be (1000002..1000063)
        $result.Errors.TargetObject | Should -Be '1000001', '1000064'
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 26
    }

    It 'does not keep its neighbours from being seen to arrive' {
        Set-SimulatorTime @{ shutdownSeconds = 0.5 }
        Add-SimulatorFault ($script:refusal + @{ number = '1000003' })

        $result = Invoke-Recorded { 1000001..1000005 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 4 -PollingIntervalSec 1 }

        $result.Output.ServerInstanceNo | Sort-Object | Should -Be '1000001', '1000002', '1000004', '1000005'
        $result.Output.StatusName | Select-Object -Unique | Should -Be 'stopped'
        $result.Errors.TargetObject | Should -Be '1000003'
        # It was accepted; how it ended, nobody can see.
        $result.Errors.FullyQualifiedErrorId.Split(',')[0] | Should -BeIn 'NcpOutcomeUnknown', 'NcpWaitTimeout'
        (Get-SimulatorRequest -Action stopServerInstances).numbersChanged | Should -Be (1000001..1000005)
    }

    It 'does not take a doubt away from its neighbours' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; cut = 'AfterWork' }, ($script:refusal + @{ number = '1000003' })

        $result = Invoke-Recorded { 1000001..1000005 | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002', '1000004', '1000005'
        $result.Errors.TargetObject | Should -Be '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 1
    }
}
