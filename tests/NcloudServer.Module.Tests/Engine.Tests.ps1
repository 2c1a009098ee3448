Describe 'A consumer that wants no more' {
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

    It 'has the first servers of a list' {
        (Get-NcpServerInstance | Select-Object -First 3).ServerInstanceNo | Should -Be '1000001', '1000002', '1000003'
    }
}

Describe 'The common parameters' {
    BeforeEach {
        Reset-Simulator
    }

    It '-ErrorAction Stop in a script makes a scheduled task fail' {
        $command = "Import-Module '$(Get-ModulePath)'; `$ErrorActionPreference = 'Stop'; 1999999 | Stop-NcpServerInstance"

        $child = Invoke-ChildPowerShell $command

        $child.ExitCode | Should -Be 1
        $child.Text | Should -Match '1999999'
    }

    # -Debug makes PowerShell ask at verbose messages, up to 7.5 before each server too, and in 5.1 at each debug message.
    It '$DebugPreference shows each request where nobody can answer, and -Debug would fail' {
        $command = "Import-Module '$(Get-ModulePath)'; `$DebugPreference = 'Continue'; 1000001 | Stop-NcpServerInstance | ForEach-Object Id"

        $child = Invoke-ChildPowerShell $command

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text | Should -Match 'GET http\S+/stopServerInstances\?'
        $child.Text | Should -Match '(?m)^1000001\r?$'
    }
}

Describe 'An error on the screen' {
    BeforeEach {
        Reset-Simulator
    }

    It 'says once what to do next, <Case>' -ForEach @(
        @{ Case = 'of a number'; Command = 'Get-NcpServerInstance 98'; Text = '98: There is no such server' }
        @{ Case = 'of a command'; Command = 'Get-NcpRegion -ProfileName nobody'; Text = 'nobody' }
    ) {
        $result = Invoke-Recorded ([scriptblock]::Create($Command))
        $record = @($result.Errors) + @($result.Thrown | Where-Object { $_ }) | Select-Object -First 1
        # Where a line ends on the screen says nothing.
        $action = $record.ErrorDetails.RecommendedAction -replace '\s'

        $shown = (Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; $Command").Text -replace '\s'

        $shown | Should -Match ($Text -replace '\s')
        [regex]::Matches($shown, [regex]::Escape($action)) | Should -HaveCount 1 -Because $shown
    }
}
