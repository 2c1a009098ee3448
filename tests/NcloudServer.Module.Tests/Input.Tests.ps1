Describe 'Server numbers' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are accepted <How>' -ForEach @(
        @{ How = 'as texts from the pipeline'; Script = { '1000001', '1000002' | Stop-NcpServerInstance } }
        @{ How = 'as 32-bit integers from the pipeline'; Script = { 1000001, 1000002 | Stop-NcpServerInstance } }
        @{ How = 'as 64-bit integers from the pipeline'; Script = { [long]1000001, [long]1000002 | Stop-NcpServerInstance } }
        @{ How = 'as one array from the pipeline'; Script = { , (1000001, 1000002) | Stop-NcpServerInstance } }
        @{ How = 'as arrays and single numbers mixed'; Script = { @(1000001), '1000002' | Stop-NcpServerInstance } }
        @{ How = 'by position'; Script = { Stop-NcpServerInstance 1000001, '1000002' } }
        @{ How = 'by name'; Script = { Stop-NcpServerInstance -ServerInstanceNo 1000001, 1000002 } }
        @{ How = 'with spaces around them'; Script = { " 1000001", "1000002`t " | Stop-NcpServerInstance } }
        @{ How = 'by property name'; Script = {
                [pscustomobject]@{ ServerInstanceNo = '1000001' }, [pscustomobject]@{ ServerInstanceNo = '1000002'; Name = 'web' } |
                    Stop-NcpServerInstance
            }
        }
        @{ How = 'by property name as integers'; Script = {
                [pscustomobject]@{ ServerInstanceNo = 1000001 }, [pscustomobject]@{ ServerInstanceNo = [long]1000002 } |
                    Stop-NcpServerInstance
            }
        }
        @{
            How = 'by property name as an array'
            Script = { [pscustomobject]@{ ServerInstanceNo = '1000001', '1000002' } | Stop-NcpServerInstance }
        }
        @{
            How = 'from JSON'
            Script = {
                '[{"ServerInstanceNo":1000001},{"ServerInstanceNo":1000002}]' | ConvertFrom-Json | ForEach-Object { $_ } |
                    Stop-NcpServerInstance
            }
        }
        @{
            How = 'from rows of a CSV file'
            Script = { 'ServerInstanceNo,Owner', '1000001,kim', '1000002,lee' | ConvertFrom-Csv | Stop-NcpServerInstance }
        }
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

    It 'count once when they are given twice' {
        $result = Invoke-Recorded { '1000001', 1000002, ' 1000001 ', '1000001' | Stop-NcpServerInstance -Verbose }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).numbers | Should -Be '1000001', '1000002'
        $result.Verbose -match '1000001 +was given before' | Should -HaveCount 2
    }

    It 'may be none: <How> sends nothing and gives nothing out' -ForEach @(
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

Describe 'Server objects' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are accepted as the module gave them, <Name> included' -ForEach @(
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

    It 'are accepted after <Way>' -ForEach @(
        @{
            Way = 'a round trip through Export-Clixml'
            Trip = { $input | Export-Clixml TestDrive:/servers.xml; Import-Clixml TestDrive:/servers.xml }
        }
        @{
            Way = 'a round trip through Export-Csv'
            Trip = { $input | Export-Csv TestDrive:/servers.csv -NoTypeInformation; Import-Csv TestDrive:/servers.csv }
        }
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

Describe 'What is not a server number' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is an error of its own: <Name>' -ForEach @(
        @{ Name = 'letters'; Value = 'abc'; Target = 'abc' }
        @{ Name = 'an empty line'; Value = ''; Target = '' }
        @{ Name = 'spaces alone'; Value = '   '; Target = '   ' }
        @{ Name = 'nothing'; Value = $null; Target = '' }
        @{
            Name = 'full-width digits'; Value = -join (1..7 | ForEach-Object { [char]0xFF11 })
            Target = -join (1..7 | ForEach-Object { [char]0xFF11 })
        }
        @{ Name = 'a sign'; Value = '-1000001'; Target = '-1000001' }
        @{ Name = 'a fraction'; Value = 1000001.5; Target = '1000001.5' }
        @{ Name = 'two numbers in one text'; Value = '1000001,1000002'; Target = '1000001,1000002' }
        @{ Name = 'a text that would change the address'; Value = '1000001&regionCode=JPN'; Target = '1000001&regionCode=JPN' }
        @{ Name = 'a file'; Value = [IO.FileInfo]'servers.txt'; Target = [string][IO.FileInfo]'servers.txt' }
        @{ Name = 'a hashtable'; Value = @{ ServerInstanceNo = 1000001 }; Target = 'System.Collections.Hashtable' }
        @{ Name = 'an endless number'; Value = '1' * 3000; Target = '1' * 3000 }
    ) {
        $result = Invoke-Recorded { 1000001, $Value, 1000002 | Stop-NcpServerInstance }

        # The good numbers around it are stopped, in one request.
        $result.Thrown | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).numbers | Should -Be '1000001', '1000002'

        $result.Errors | Should -HaveCount 1
        $problem = $result.Errors[0]
        $problem.FullyQualifiedErrorId | Should -Be 'NcpInvalidServerInstanceNo,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $problem.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problem.TargetObject | Should -BeExactly $Target
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'keeps its place among the numbers' {
        $result = Invoke-Recorded { 1000001, 'abc', 1000002, '', 1000003 | Stop-NcpServerInstance }

        $order = $result.All |
            ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be '1000001', 'abc', '1000002', '', '1000003'
    }

    It 'is reported without credentials' {
        $result = Invoke-Recorded {
            Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } {
                'abc', 'def' | Stop-NcpServerInstance
            }
        }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be 'abc', 'def'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is an error of its own for the interrupt too' {
        $result = Invoke-Recorded { 1000001, 'abc', 1000002 | Invoke-NcpServerInterrupt -Force }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpInvalidServerInstanceNo,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        $result.Errors.TargetObject | Should -Be 'abc'
    }
}
