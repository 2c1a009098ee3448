Describe 'An action that was accepted and can no longer be watched' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 600; rebootSeconds = 600; bootSeconds = 600 }
        Set-SimulatorServer @{ number = '1000009'; status = 'NSTOP' }
    }

    It 'stays accepted, and the failure ends the command after that: <Name>' -ForEach @(
        @{
            Name = 'the account may not view servers'; Id = 'NcpPermissionDenied'
            Fault = @{
                action = 'getServerInstanceList'; status = 401
                body = '{"error":{"errorCode":"210","message":"Permission Denied"}}'
            }
        }
        @{
            Name = 'the account may view servers no more'; Id = 'NcpPermissionDenied'
            Fault = @{
                action = 'getServerInstanceList'; after = 1; status = 403
                body = '{"error":{"errorCode":"210","message":"Permission Denied"}}'
            }
        }
        @{
            Name = 'the key has expired'; Id = 'NcpAuthenticationFailed'
            Fault = @{
                afterAction = 'stopServerInstances'; after = 1; status = 401
                body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}'
            }
        }
    ) {
        Add-SimulatorFault $Fault

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand') * 3)
        $result.Errors.TargetObject | Sort-Object | Should -Be '1000001', '1000002', '1000003'
        $result.Errors | ForEach-Object { "$_" | Should -Match 'accepted' }
        $result.Thrown.FullyQualifiedErrorId | Should -Be "$Id,NcloudServer.Commands.StopNcpServerInstanceCommand"
        # It is true: they are being stopped.
        (Get-SimulatorServer (1000001..1000003)).operation | Should -Be 'SHTDN', 'SHTDN', 'SHTDN'
    }

    It 'is told for every action: <Name>' -ForEach @(
        @{ Name = 'start'; Script = { 1000009 | Start-NcpServerInstance -Wait -PollingIntervalSec 1 } }
        @{ Name = 'restart'; Script = { 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 } }
    ) {
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; status = 401
            body = '{"error":{"errorCode":"210","message":"Permission Denied"}}'
        }

        $result = Invoke-Recorded $Script

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpOutcomeUnknown,*'
        "$($result.Errors)" | Should -Match 'accepted'
        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpPermissionDenied,*'
    }

    It 'takes nothing away from a server that is there already' {
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; status = 401
            body = '{"error":{"errorCode":"210","message":"Permission Denied"}}'
        }

        $result = Invoke-Recorded { 1000009, 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Output.ServerInstanceNo | Should -Be '1000009'
        $result.Errors.TargetObject | Should -Be '1000001'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpOutcomeUnknown,*'
        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpPermissionDenied,*'
    }

    It 'is no success where a request after it has the same failure' {
        # The second batch is refused by the same key; it was not accepted, and says so.
        Add-SimulatorFault @{
            afterAction = 'stopServerInstances'; after = 1; status = 401
            body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}'
        }

        $result = Invoke-Recorded { Stop-NcpServerInstance 1000001, 1000002 -Wait -PollingIntervalSec 1 -BatchSize 1 -ThrottleLimit 1 }

        $result.Output | Should -BeNullOrEmpty
        $problems = $result.Errors | Sort-Object { $_.TargetObject }
        $problems.TargetObject | Should -Be '1000001', '1000002'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NcpOutcomeUnknown,*'
        $problems[1].FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
    }
}
