Describe 'Restart-NcpServerInstance' {
    BeforeEach {
        Reset-Simulator
    }

    It 'reports a stopped server, and restarts the others' {
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
        $run = Invoke-Recorded { 1000001, 1000002, 1000003 | Restart-NcpServerInstance }

        $run.Output.ServerInstanceNo | Should -Be '1000001', '1000003'
        $run.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceStateInvalid,NcloudServer.Commands.RestartNcpServerInstanceCommand'
        $run.Errors.TargetObject | Should -Be '1000002'
    }

    It 'never restarts a server twice when the first response is lost' {
        Set-SimulatorTime @{ rebootSeconds = 0 }
        Add-SimulatorFault @{ action = 'rebootServerInstances'; times = 1; cut = 'AfterWork' }
        $restarted = 1000001, 1000002 | Restart-NcpServerInstance

        $restarted.ServerInstanceNo | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
    }

    It 'recognises the end of a restart by the time of the last boot' {
        Set-SimulatorTime @{ rebootSeconds = 1.5 }
        $before = (Get-NcpServerInstance 1000001).Uptime
        $restarted = 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1

        $restarted.StatusName | Should -Be 'running'
        $restarted.Uptime | Should -BeGreaterThan $before
    }
}

Describe 'A restart whose response is lost' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ rebootSeconds = 600 }
        # The status request after it reports another operation, and no later one can be read.
        $script:unreadable = @{
            action = 'getServerInstanceList'; after = 1; status = 503
            body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        }
        $script:other = @(@{ number = '1000001'; operation = 'CHNG' })
    }

    It 'has an unknown outcome while another operation runs, and is not sent a second time: <Name>' -ForEach @(
        @{ Name = 'the restart was done'; Fault = @{ cut = 'AfterWork' } }
        @{
            Name = 'the restart was done, and the gateway gave up'
            Fault = @{ status = 504; body = '{"error":{"errorCode":"510","message":"Endpoint Timeout"}}'; doWork = $true }
        }
        @{ Name = 'the restart was not done'; Fault = @{ cut = 'BeforeWork' } }
    ) {
        # On a connection that is kept, so that a cut is no refused connection.
        $null = 1000100 | Stop-NcpServerInstance
        Add-SimulatorFault ($Fault + @{ action = 'rebootServerInstances'; times = 1; setServers = $script:other }), $script:unreadable

        $result = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -MaximumRetryCount 1 }

        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.RestartNcpServerInstanceCommand'
        $result.Errors.TargetObject | Should -Be '1000001'
    }

    It 'has an unknown outcome with -Wait too, and is not sent a second time' {
        Add-SimulatorFault @{
            action = 'rebootServerInstances'; times = 1; cut = 'AfterWork'
            setServers = $script:other
        }, $script:unreadable

        $result = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -Wait -WaitTimeoutSec 6 -PollingIntervalSec 1 -MaximumRetryCount 1 }

        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.RestartNcpServerInstanceCommand'
    }
}
