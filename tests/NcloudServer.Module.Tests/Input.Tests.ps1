Describe 'What other commands make of numbers and servers' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is accepted: <Name>' -ForEach @(
        @{
            Name = 'JSON'
            Script = {
                '[{"ServerInstanceNo":1000001},{"ServerInstanceNo":1000002}]' | ConvertFrom-Json | ForEach-Object { $_ } |
                    Stop-NcpServerInstance
            }
        }
        @{
            Name = 'rows of a CSV file'
            Script = { 'ServerInstanceNo,Owner', '1000001,kim', '1000002,lee' | ConvertFrom-Csv | Stop-NcpServerInstance }
        }
    ) {
        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'is accepted after <Way>' -ForEach @(
        @{
            Way = 'a round trip through Export-Clixml'
            Trip = { $input | Export-Clixml TestDrive:/servers.xml; Import-Clixml TestDrive:/servers.xml }
        }
        @{
            Way = 'a round trip through Export-Csv'
            Trip = { $input | Export-Csv TestDrive:/servers.csv -NoTypeInformation; Import-Csv TestDrive:/servers.csv }
        }
        @{ Way = 'a round trip through JSON'; Trip = { ConvertTo-Json @($input) -Depth 3 | ConvertFrom-Json | ForEach-Object { $_ } } }
        @{ Way = 'Select-Object'; Trip = { $input | Select-Object ServerInstanceNo, RegionCode, PlatformType, HypervisorType } }
    ) {
        # Linux on XEN: the interrupt warns of that, whatever became of the codes.
        $read = 2000004 | Stop-NcpServerInstance -RegionCode JPN | & $Trip
        Reset-Simulator

        $result = Invoke-Recorded { $read | Invoke-NcpServerInterrupt -Force }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '2000004'
        $result.Warning | Should -Match '2000004.*Linux on XEN'
        (Get-SimulatorRequest).regionCode | Should -Be 'JPN'
    }
}
