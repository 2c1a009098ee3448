Describe 'Numbers that come in' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are taken <How>' -ForEach @(
        @{ How = 'as texts from the pipeline'; Script = { '1000001', '1000002' | Stop-NcpServerInstance } }
        @{ How = 'as 32-bit integers from the pipeline'; Script = { 1000001, 1000002 | Stop-NcpServerInstance } }
        @{ How = 'as 64-bit integers from the pipeline'; Script = { [long]1000001, [long]1000002 | Stop-NcpServerInstance } }
        @{ How = 'as one array from the pipeline'; Script = { , (1000001, 1000002) | Stop-NcpServerInstance } }
        @{ How = 'as arrays and single numbers mixed'; Script = { @(1000001), '1000002' | Stop-NcpServerInstance } }
        @{ How = 'by position'; Script = { Stop-NcpServerInstance 1000001, '1000002' } }
        @{ How = 'by name'; Script = { Stop-NcpServerInstance -ServerInstanceNo 1000001, 1000002 } }
        @{ How = 'with spaces around them'; Script = { " 1000001", "1000002`t " | Stop-NcpServerInstance } }
        @{ How = 'by property name'; Script = {
                [pscustomobject]@{ ServerInstanceNo = '1000001' }, [pscustomobject]@{ ServerInstanceNo = '1000002'; Name = 'web' } | Stop-NcpServerInstance
            }
        }
        @{ How = 'by property name as integers'; Script = {
                [pscustomobject]@{ ServerInstanceNo = 1000001 }, [pscustomobject]@{ ServerInstanceNo = [long]1000002 } | Stop-NcpServerInstance
            }
        }
        @{ How = 'by property name as an array'; Script = { [pscustomobject]@{ ServerInstanceNo = '1000001', '1000002' } | Stop-NcpServerInstance } }
        @{ How = 'from JSON'; Script = { '[{"ServerInstanceNo":1000001},{"ServerInstanceNo":1000002}]' | ConvertFrom-Json | ForEach-Object { $_ } | Stop-NcpServerInstance } }
        @{ How = 'from rows of a CSV file'; Script = { 'ServerInstanceNo,Owner', '1000001,kim', '1000002,lee' | ConvertFrom-Csv | Stop-NcpServerInstance } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $requests = @(Get-SimulatorRequest)
        $requests | Should -HaveCount 1
        $requests[0].action | Should -Be 'stopServerInstances'
        $requests[0].numbers | Should -Be '1000001', '1000002'
        $requests[0].signatureValid | Should -BeTrue
    }

    It 'are taken one by one by the interrupt <How>' -ForEach @(
        @{ How = 'from the pipeline'; Script = { 1000001, '1000002' | Invoke-NcpServerInterrupt -Force } }
        @{ How = 'by position'; Script = { Invoke-NcpServerInterrupt 1000001, 1000002 -Force } }
        @{ How = 'from rows of a CSV file'; Script = { 'ServerInstanceNo', '1000001', '1000002' | ConvertFrom-Csv | Invoke-NcpServerInterrupt -Force } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $requests = @(Get-SimulatorRequest -Action interruptServerInstance)
        $requests | Should -HaveCount 2
        $requests.signatureValid | Should -Not -Contain $false
        $requests.numbers | Sort-Object | Should -Be '1000001', '1000002'
    }

    It 'count once when they are given twice' {
        $result = Invoke-Recorded { '1000001', 1000002, ' 1000001 ', '1000001' | Stop-NcpServerInstance -Verbose }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).numbers | Should -Be '1000001', '1000002'
        $result.Verbose -match '1000001 +was given before' | Should -HaveCount 2
    }

    It 'are not missed: <How> asks for nothing and gives nothing' -ForEach @(
        @{ How = 'an empty array as the parameter'; Script = { Stop-NcpServerInstance @() } }
        @{ How = 'an empty array in the pipeline'; Script = { @() | Stop-NcpServerInstance } }
        @{ How = 'an empty array in an array in the pipeline'; Script = { , @() | Stop-NcpServerInstance } }
        @{ How = 'a command without output'; Script = { & { } | Invoke-NcpServerInterrupt -Force } }
    ) {
        $result = Invoke-Recorded $Script

        $result.All | Should -BeNullOrEmpty
        $result.Thrown | Should -BeNullOrEmpty
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}

Describe 'Servers that come in' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are taken as the module gave them, <Name> included' -ForEach @(
        @{ Name = 'their region'; Region = 'JPN'; Numbers = '2000001', '2000002' }
        @{ Name = 'the default region'; Region = $null; Numbers = '1000001', '1000002' }
    ) {
        $servers = $Numbers | Stop-NcpServerInstance -RegionCode $Region
        Clear-SimulatorRequest

        $result = Invoke-Recorded { $servers | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be $Numbers
        $request = Get-SimulatorRequest
        $request.regionCode | Should -Be $servers[0].RegionCode
        $request.numbers | Should -Be $Numbers
    }

    It 'are taken after <Way>' -ForEach @(
        @{ Way = 'a round trip through Export-Clixml'; Trip = { $input | Export-Clixml TestDrive:/servers.xml; Import-Clixml TestDrive:/servers.xml } }
        @{ Way = 'a round trip through Export-Csv'; Trip = { $input | Export-Csv TestDrive:/servers.csv -NoTypeInformation; Import-Csv TestDrive:/servers.csv } }
        @{ Way = 'a round trip through JSON'; Trip = { ConvertTo-Json @($input) -Depth 3 | ConvertFrom-Json | ForEach-Object { $_ } } }
        @{ Way = 'Select-Object'; Trip = { $input | Select-Object ServerInstanceNo, RegionCode } }
    ) {
        $read = 2000001, 2000002 | Stop-NcpServerInstance -RegionCode JPN | & $Trip
        Clear-SimulatorRequest

        $result = Invoke-Recorded { $read | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '2000001', '2000002'
        (Get-SimulatorRequest).regionCode | Should -Be 'JPN'
    }
}
