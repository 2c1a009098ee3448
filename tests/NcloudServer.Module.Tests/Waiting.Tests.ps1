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

    It 'gives each out as it arrives, while others still wait and input is still coming' {
        Set-SimulatorServer @{ number = '1000001'; status = 'RUN'; operation = 'SHTDN'; busySeconds = 600 }, @{ number = '1000002'; status = 'NSTOP' }
        (1000001, 1000002 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 -BatchSize 1 -ErrorAction Ignore |
            Select-Object -First 1).ServerInstanceNo | Should -Be '1000002'
    }

    It 'names the last status of a server that did not arrive in time' {
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $run = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 1 -PollingIntervalSec 1 }

        $run.Output | Should -BeNullOrEmpty
        $run.Errors.FullyQualifiedErrorId | Should -Be 'NcpWaitTimeout,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $run.Errors.CategoryInfo.Category | Should -Be 'OperationTimeout'
        $run.Errors.TargetObject | Should -Be '1000001'
        "$($run.Errors)" | Should -Match 'shutting down'
    }

    It 'knows that a restart has ended by the time of the last boot' {
        $before = (Get-NcpServerInstance 1000001).Uptime
        $restarted = 1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1

        $restarted.StatusName | Should -Be 'running'
        $restarted.Uptime | Should -BeGreaterThan $before
    }

    It 'survives looks that fail' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; times = 2; cut = 'BeforeWork' }
        $stopped = 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0
        $stopped.StatusName | Should -Be 'stopped'
    }

    It 'counts a server that is gone as stopped, and not as running' {
        $session = New-ModuleSession
        try {
            Set-SimulatorTime @{ shutdownSeconds = 600; bootSeconds = 600 }
            Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }
            $running = $session.Shell.AddScript('1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1; 1000002 | Start-NcpServerInstance -Wait -PollingIntervalSec 1').BeginInvoke()
            $null = Wait-SimulatorRequest { $_.requests.action -contains 'stopServerInstances' }
            Remove-SimulatorServer 1000001
            $null = Wait-SimulatorRequest { $_.requests.action -contains 'startServerInstances' }
            Remove-SimulatorServer 1000002

            $session.Shell.EndInvoke($running).ServerInstanceNo | Should -Be '1000001'
            $session.Shell.Streams.Error.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.StartNcpServerInstanceCommand'
        } finally {
            Close-ModuleSession $session
        }
    }

    It 'waits for a busy server until its time is over' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG'; busySeconds = 2 }
        $run = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 -MaximumRetryCount 0 }
        $run.Errors | Should -BeNullOrEmpty
        $run.Output.StatusName | Should -Be 'stopped'
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

    It 'shows how far it has come, and takes the bar away at the end' {
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

    It 'gives out at once what is there already, in one request' {
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
