Describe 'A server that is given twice, once with its region and once without' {
    BeforeEach {
        Reset-Simulator
        $script:server = Get-NcpServerInstance 1000006
        Clear-SimulatorRequest
    }

    It 'is interrupted once: <Name>' -ForEach @(
        @{ Name = 'the number first'; Region = $null; Script = { '1000006', $script:server | Invoke-NcpServerInterrupt -Force } }
        @{
            Name = 'the number first, one request at a time'; Region = $null
            Script = { '1000006', $script:server | Invoke-NcpServerInterrupt -Force -ThrottleLimit 1 }
        }
        @{
            Name = 'the number first, NCLOUD_REGION set'; Region = 'KR'
            Script = { '1000006', $script:server | Invoke-NcpServerInterrupt -Force }
        }
        @{
            Name = 'the server first, NCLOUD_REGION set'; Region = 'KR'
            Script = { $script:server, '1000006' | Invoke-NcpServerInterrupt -Force }
        }
        @{ Name = '-RegionCode'; Region = $null; Script = { '1000006', $script:server | Invoke-NcpServerInterrupt -Force -RegionCode KR } }
    ) {
        $result = Invoke-WithEnvironment @{ NCLOUD_REGION = $Region } { Invoke-Recorded $Script }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000006'
        @(Get-SimulatorRequest -Action interruptServerInstance) | Should -HaveCount 1
        (Get-SimulatorServer 1000006).interruptCount | Should -Be 1
    }

    It 'comes out once: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { '1000006', $script:server | Stop-NcpServerInstance } }
        @{ Name = 'restart, a batch for each'; Script = { '1000006', $script:server | Restart-NcpServerInstance -BatchSize 1 } }
        @{ Name = 'get'; Script = { '1000006', $script:server | Get-NcpServerInstance } }
    ) {
        $result = Invoke-WithEnvironment @{ NCLOUD_REGION = 'KR' } { Invoke-Recorded $Script }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000006'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'is not mixed up with the same number in a region where there is none' {
        $row = [pscustomobject]@{ ServerInstanceNo = '2000006'; RegionCode = 'JPN' }

        $result = Invoke-Recorded { $row, '2000006' | Invoke-NcpServerInterrupt -Force }

        $result.Output.RegionCode | Should -Be 'JPN'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpServerInstanceNotFound,*'
        (Get-SimulatorServer 2000006).interruptCount | Should -Be 1
    }
}

Describe 'A number with leading zeros' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0.5; rebootSeconds = 0.5 }
    }

    It 'is the server''s where the service reads it as an integer: <Name>' -ForEach @(
        @{ Name = 'get'; Script = { '0001000006' | Get-NcpServerInstance } }
        @{ Name = 'stop'; Script = { '0001000006' | Stop-NcpServerInstance } }
        @{ Name = 'stop and wait'; Script = { '0001000006' | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 } }
        @{ Name = 'restart and wait'; Script = { '0001000006' | Restart-NcpServerInstance -Wait -PollingIntervalSec 1 } }
        @{ Name = 'interrupt'; Script = { '0001000006' | Invoke-NcpServerInterrupt -Force } }
        @{ Name = 'wait'; Script = { '0001000006' | Wait-NcpServerInstance -Status Running } }
    ) {
        Set-SimulatorPolicy @{ numbersAsIntegers = $true }

        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000006'
        @(Get-SimulatorRequest | Where-Object { $_.action -ne 'getServerInstanceList' }).Count | Should -BeLessOrEqual 1
    }

    It 'has its outcome where its response was lost' {
        Set-SimulatorPolicy @{ numbersAsIntegers = $true }
        Add-SimulatorFault @{ action = 'stopServerInstances'; cut = 'AfterWork' }

        $result = Invoke-Recorded { '0001000006', '1000007' | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000006', '1000007'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 1
    }

    It 'is the same server where the service takes numbers as they are written' {
        $result = Invoke-Recorded { '0001000006', '1000007' | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000006', '1000007'
        (Get-SimulatorRequest)[0].numbers | Should -Be '1000006', '1000007'
    }
}
