Describe 'A consumer that ends early' {
    BeforeEach {
        Reset-Simulator
    }

    It 'ends the pipeline, and no request follows' {
        # The second batch hangs, so that it is under way, and others wait for their turn, when the consumer goes.
        Add-SimulatorFault @{ after = 1; hang = 'BeforeHeaders' }

        $servers = & {
            1000001..1000010
            $null = Wait-SimulatorRequest { @($_.requests).Count -eq 1 }
            1000011..1000100
        } | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 1 | Select-Object -First 3

        $servers | Should -HaveCount 3
        $null = Wait-SimulatorRequest { $_.inFlight -eq 0 }
        # Whatever was still on its way has had its time when another command has come and gone.
        Clear-SimulatorFault
        $null = 1005000 | Stop-NcpServerInstance
        $numbers = (Get-SimulatorRequest -Action stopServerInstances).numbers
        $numbers | Should -Contain '1005000'
        $numbers | Where-Object { $_ -gt 1000020 -and $_ -ne 1005000 } | Should -BeNullOrEmpty
    }

    It 'that fails itself, as a full disk makes it, ends the pipeline too, and leaves nothing under way' {
        # Two requests are under way at once: which of them arrives first, nobody knows.
        Add-SimulatorFault @{ number = '1000001'; latencyMs = 1 }, @{ hang = 'BeforeHeaders' }

        $result = Invoke-Recorded {
            1000001..1000100 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 2 |
                ForEach-Object { throw 'There is not enough space on the disk.' }
        }

        "$($result.Thrown)" | Should -Be 'There is not enough space on the disk.'
        $null = Wait-SimulatorRequest { $_.inFlight -eq 0 }
        Clear-SimulatorFault
        $null = 1005000 | Stop-NcpServerInstance
        # One was answered and two were under way, with none behind them.
        (Get-SimulatorRequest -Action stopServerInstances).numbers | Where-Object { $_ -gt 1000030 -and $_ -ne 1005000 } |
            Should -BeNullOrEmpty
    }

    It 'lets no batch go out that was not full' {
        # Numbers that were given before keep the pipeline moving until the first server has come out, which ends it.
        $servers = & {
            1000001..1000015
            $deadline = [DateTime]::UtcNow.AddSeconds(30)
            while ([DateTime]::UtcNow -lt $deadline) {
                1000001
            }
        } | Stop-NcpServerInstance -BatchSize 10 | Select-Object -First 1

        $servers.ServerInstanceNo | Should -Be '1000001'
        $null = 1005000 | Stop-NcpServerInstance
        (Get-SimulatorRequest).numbers | Should -Be (@(1000001..1000010) + 1005000)
    }
}

Describe 'A source that fails' {
    BeforeEach {
        Reset-Simulator
    }

    It 'ends the pipeline, and what had not been sent is not sent' {
        $result = Invoke-Recorded {
            & {
                1000001..1000015
                # Only what had been sent by now may ever be sent.
                $null = Wait-SimulatorRequest { @($_.requests).Count -eq 1 }
                throw 'The source is broken.'
            } | Stop-NcpServerInstance -BatchSize 10
        }

        "$($result.Thrown)" | Should -Be 'The source is broken.'
        $null = 1005000 | Stop-NcpServerInstance
        (Get-SimulatorRequest).numbers | Should -Be (@(1000001..1000010) + 1005000)
    }

    It 'that only writes an error ends nothing' {
        $result = Invoke-Recorded { & { 1000001; Write-Error 'One row was odd.'; 1000002 } | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        "$($result.Errors)" | Should -Be 'One row was odd.'
    }
}

Describe 'The common parameters' {
    BeforeEach {
        Reset-Simulator
    }

    It '-ErrorAction Stop ends the command at the first server that fails' {
        $script:out = New-Object Collections.Generic.List[object]
        $problem = $null
        try {
            1000001, 1999999, 1000002 | Stop-NcpServerInstance -ErrorAction Stop | ForEach-Object { $script:out.Add($_) }
        } catch {
            $problem = $_
        }

        $problem.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $problem.TargetObject | Should -Be '1999999'
        $script:out.ServerInstanceNo | Should -Be '1000001'
    }

    It '-ErrorVariable collects the error of every server that fails' {
        $servers = 1999998, 1000001, 'abc', 1999999 | Stop-NcpServerInstance -ErrorVariable problems -ErrorAction SilentlyContinue

        $servers.ServerInstanceNo | Should -Be '1000001'
        $problems.TargetObject | Should -Be '1999998', 'abc', '1999999'
    }

    It '-OutVariable and -PipelineVariable work as everywhere' {
        $pairs = 1000001, 1000002 | Stop-NcpServerInstance -OutVariable all -PipelineVariable server |
            ForEach-Object { "$($server.Id)=$($_.Id)" }

        $pairs | Should -Be '1000001=1000001', '1000002=1000002'
        $all.Id | Should -Be '1000001', '1000002'
    }

    It '-ErrorAction Stop in a script makes a scheduled task fail' {
        $command = "Import-Module '$(Get-ModulePath)'; `$ErrorActionPreference = 'Stop'; 1999999 | Stop-NcpServerInstance"

        $child = Invoke-ChildPowerShell $command

        $child.ExitCode | Should -Be 1
        $child.Text | Should -Match '1999999'
    }

    It 'come from $PSDefaultParameterValues too' {
        $session = New-ModuleSession
        try {
            $script = '$PSDefaultParameterValues["*-Ncp*:RegionCode"] = "JPN"; 2000001 | Stop-NcpServerInstance'
            $server = $session.Shell.AddScript($script).Invoke()

            $server.RegionCode | Should -Be 'JPN'
        } finally {
            Close-ModuleSession $session
        }
    }
}

Describe 'Two commands at once' {
    BeforeEach {
        Reset-Simulator
        $script:first = New-ModuleSession
        $script:second = New-ModuleSession
    }

    AfterEach {
        Close-ModuleSession $script:first
        Close-ModuleSession $script:second
    }

    It 'have their own servers' {
        Add-SimulatorFault @{ latencyMs = 100 }

        $runs = @(
            $script:first.Shell.AddScript('1000001..1000030 | Stop-NcpServerInstance -BatchSize 5').BeginInvoke()
            $script:second.Shell.AddScript('2000001..2000010 | Invoke-NcpServerInterrupt -Force -RegionCode JPN').BeginInvoke()
        )

        $script:first.Shell.EndInvoke($runs[0]).ServerInstanceNo | Should -Be (1000001..1000030)
        $script:second.Shell.EndInvoke($runs[1]).ServerInstanceNo | Should -Be (2000001..2000010)
        $script:first.Shell.Streams.Error | Should -BeNullOrEmpty
        $script:second.Shell.Streams.Error | Should -BeNullOrEmpty
    }

    It 'have their own end: Ctrl+C in one does not end the other' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'BeforeHeaders' },
            @{ action = 'interruptServerInstance'; latencyMs = 2000 }
        $null = $script:first.Shell.AddScript('1000001 | Stop-NcpServerInstance').BeginInvoke()
        $null = Wait-SimulatorRequest { $_.inFlight -eq 1 }
        $run = $script:second.Shell.AddScript('2000001 | Invoke-NcpServerInterrupt -Force -RegionCode JPN').BeginInvoke()
        $null = Wait-SimulatorRequest { $_.inFlight -eq 2 }

        $script:first.Shell.Stop()

        $script:second.Shell.EndInvoke($run).ServerInstanceNo | Should -Be '2000001'
        $script:second.Shell.Streams.Error | Should -BeNullOrEmpty
    }
}
