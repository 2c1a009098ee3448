Describe 'Waiting for servers' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 1.5; bootSeconds = 1.5; rebootSeconds = 1.5 }
    }

    It 'gives a server out when it has stopped, not while it shuts down' {
        $stopped = 1000001..1000005 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1

        $stopped | Should -HaveCount 5
        $stopped.StatusName | Sort-Object -Unique | Should -Be 'stopped'
        # The simulator's own clock agrees: nobody was early.
        (Get-SimulatorServer $stopped.ServerInstanceNo).statusName | Sort-Object -Unique | Should -Be 'stopped'
    }

    It 'asks at most ten times an interval about a thousand servers' {
        Set-SimulatorTime @{ shutdownSeconds = 3 }
        $stopped = 1000001..1001000 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1

        $stopped | Should -HaveCount 1000
        $stopped.StatusName | Sort-Object -Unique | Should -Be 'stopped'
        $polls = Get-SimulatorRequest -Action getServerInstanceList
        $polls | Should -Not -BeNullOrEmpty
        # An interval begins with a look; no second of the log may hold the looks of two.
        $begin = [DateTimeOffset]$polls[0].received
        $polls | Group-Object { [int][Math]::Floor((([DateTimeOffset]$_.received) - $begin).TotalSeconds / 1) } |
            ForEach-Object Count | Should -Not -BeGreaterThan 10
        $polls | ForEach-Object { $_.numbers.Count } | Should -Not -BeGreaterThan 100
    }

    It 'gives each server out as it arrives, while others are still being waited for' {
        Set-SimulatorServer @{ number = '1000001'; status = 'RUN'; operation = 'SHTDN'; busySeconds = 600 },
            @{ number = '1000002'; status = 'NSTOP' }
        (1000001, 1000002 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 -BatchSize 1 -ErrorAction Ignore |
            Select-Object -First 1).ServerInstanceNo | Should -Be '1000002'
    }

    It 'continues after status requests that fail' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; times = 2; cut = 'BeforeWork' }
        $stopped = 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0
        $stopped.StatusName | Should -Be 'stopped'
    }

    It 'counts a server that is gone as stopped, and not as running' {
        $session = New-ModuleSession
        try {
            Set-SimulatorTime @{ shutdownSeconds = 600; bootSeconds = 600 }
            Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
            $running = $session.Shell.AddScript({
                    1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1
                    1000002 | Start-NcpServerInstance -Wait -PollingIntervalSec 1
                }).BeginInvoke()
            $null = Wait-SimulatorRequest { $_.requests.action -contains 'stopServerInstances' }
            Remove-SimulatorServer 1000001
            $null = Wait-SimulatorRequest { $_.requests.action -contains 'startServerInstances' }
            Remove-SimulatorServer 1000002

            $session.Shell.EndInvoke($running).ServerInstanceNo | Should -Be '1000001'
            $session.Shell.Streams.Error.FullyQualifiedErrorId |
                Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.StartNcpServerInstanceCommand'
        } finally {
            Close-ModuleSession $session
        }
    }

    It 'ends at once by Ctrl+C' {
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $session = New-ModuleSession
        try {
            $null = $session.Shell.AddScript('1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 60').BeginInvoke()
            $null = Wait-SimulatorRequest { $_.requests.outcome -contains 'Answered' }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $session.Shell.Stop()
            $watch.ElapsedMilliseconds | Should -BeLessThan 2000
            $session.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        } finally {
            Close-ModuleSession $session
        }
    }

    It 'shows its progress, and removes the progress bar at the end' {
        Set-SimulatorTime @{ shutdownSeconds = 3 }
        $session = New-ModuleSession
        try {
            $null = $session.Shell.AddScript('1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1').Invoke()
            $records = $session.Shell.Streams.Progress.ReadAll() | Where-Object Activity -EQ 'Stopping server instances'
            $records[0].StatusDescription | Should -Be '0 of 3, 3 shutting down'
            $records[0].SecondsRemaining | Should -BeGreaterThan 0
            $records[-1].RecordType | Should -Be 'Completed'
        } finally {
            Close-ModuleSession $session
        }
    }
}

Describe 'An accepted action whose status can no longer be read' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 600; rebootSeconds = 600; bootSeconds = 600 }
        Set-SimulatorServer @{ number = '1000009'; status = 'NSTOP' }
    }

    It 'is reported as accepted, and then the failure ends the command: <Name>' -ForEach @(
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

    It 'is reported for every action: <Name>' -ForEach @(
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

    It 'does not affect a server that is already in its target state' {
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

    It 'is told apart from a later request that is refused' {
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
