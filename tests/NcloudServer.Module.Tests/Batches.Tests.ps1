Describe '-BatchSize' {
    BeforeEach {
        Reset-Simulator
    }

    It 'makes requests of the size that -BatchSize asks for' {
        $servers = 1000001..1000250 | Stop-NcpServerInstance -BatchSize 50

        $servers.ServerInstanceNo | Should -Be (1000001..1000250)
        $requests = @(Get-SimulatorRequest)
        $requests | Should -HaveCount 5
        $requests | ForEach-Object { $_.numbers.Count } | Should -Be (@(50) * 5)
    }

    It 'refuses a -BatchSize of <_>' -ForEach 0, 1001, -1 {
        { Stop-NcpServerInstance 1000001 -BatchSize $_ } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,NcloudServer.Commands.StopNcpServerInstanceCommand'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}

Describe 'The address of a request' {
    BeforeEach {
        Reset-Simulator
    }

    It 'never exceeds 8,000 characters, and wastes few of them' {
        $servers = 1000001..1001000 | Stop-NcpServerInstance -BatchSize 1000 -RegionCode KR

        $servers.ServerInstanceNo | Should -Be (1000001..1001000)
        $lengths = (Get-SimulatorRequest).urlLength
        $lengths | Where-Object { $_ -gt 8000 } | Should -BeNullOrEmpty
        @($lengths | Where-Object { $_ -le 7900 }).Count |
            Should -BeLessOrEqual 1 -Because 'only the last batch has nothing to fill it with'
    }

    It 'never exceeds 8,000 characters with numbers of 40 digits, not even to look them up' {
        # The simulator leaves them out of its reply, so that they are asked for a second time.
        Set-SimulatorPolicy @{ unknownNumbers = 'LeaveOut' }
        $numbers = 1..300 | ForEach-Object { '9' * 36 + $_.ToString('0000') }

        $result = Invoke-Recorded { $numbers | Stop-NcpServerInstance -BatchSize 1000 }

        $result.Errors.TargetObject | Should -Be $numbers
        $requests = Get-SimulatorRequest
        $requests.action | Select-Object -Unique | Sort-Object | Should -Be 'getServerInstanceList', 'stopServerInstances'
        $requests.urlLength | Where-Object { $_ -gt 8000 } | Should -BeNullOrEmpty
    }

    It 'is cut in halves where the gateway takes less' -ForEach 413, 414 {
        Set-SimulatorPolicy @{ maximumUrlLength = 1200; urlTooLongStatus = $_ }

        $result = Invoke-Recorded { 1000001..1000100 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000100)
        (Get-SimulatorRequest | Where-Object { $_.status -eq 200 }).numbers | Sort-Object | Should -Be (1000001..1000100)
    }
}

Describe '-ThrottleLimit' {
    BeforeEach {
        Reset-Simulator
        Add-SimulatorFault @{ latencyMs = 150 }
    }

    It 'of <Limit> lets no more than so many requests be in flight: <Name>' -ForEach @(
        @{ Limit = 1; Name = 'stop'; Script = { 1000001..1000008 | Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 1 } }
        @{ Limit = 3; Name = 'stop'; Script = { 1000001..1000012 | Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 3 } }
        @{ Limit = 1; Name = 'interrupt'; Script = { 1000001..1000008 | Invoke-NcpServerInterrupt -Force -ThrottleLimit 1 } }
        @{ Limit = 3; Name = 'interrupt'; Script = { 1000001..1000012 | Invoke-NcpServerInterrupt -Force -ThrottleLimit 3 } }
        @{ Limit = 4; Name = 'the default of stop'; Script = { 1000001..1000012 | Stop-NcpServerInstance -BatchSize 1 } }
        @{ Limit = 4; Name = 'the default of interrupt'; Script = { 1000001..1000012 | Invoke-NcpServerInterrupt -Force } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Output.ServerInstanceNo | Should -Be (1000001..(1000000 + $result.Output.Count))
        $highest = Get-SimulatorHighestInFlight
        $highest | Should -BeLessOrEqual $Limit
        if ($Limit -gt 1) {
            $highest | Should -BeGreaterThan 1
        }
    }

    It 'of 1 sends in the order of the input: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { Stop-NcpServerInstance (1000001..1000003) -BatchSize 1 -ThrottleLimit 1 } }
        @{ Name = 'interrupt'; Script = { Invoke-NcpServerInterrupt (1000001..1000003) -Force -ThrottleLimit 1 } }
    ) {
        # Which of two tasks begins first is decided anew each time.
        Clear-SimulatorFault
        $sent = foreach ($i in 1..50) {
            Clear-SimulatorRequest
            $null = & $Script
            (Get-SimulatorRequest).numbers -join ' '
        }

        $sent | Select-Object -Unique |
            Should -Be '1000001 1000002 1000003' -Because 'one request at a time means: the database may have to go last'
    }

    It 'counts look-ups too' {
        $result = Invoke-Recorded { 1999901..1999912 | Stop-NcpServerInstance -BatchSize 2 -ThrottleLimit 2 }

        $result.Errors.TargetObject | Should -Be (1999901..1999912)
        @(Get-SimulatorRequest -Action getServerInstanceList) | Should -HaveCount 6
        Get-SimulatorHighestInFlight | Should -Be 2
    }
}
