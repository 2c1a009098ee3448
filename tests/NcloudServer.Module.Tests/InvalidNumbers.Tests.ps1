Describe 'What is no server number' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is an error of its own: <Name>' -ForEach @(
        @{ Name = 'letters'; Value = 'abc'; Target = 'abc' }
        @{ Name = 'an empty line'; Value = ''; Target = '' }
        @{ Name = 'spaces alone'; Value = '   '; Target = '   ' }
        @{ Name = 'nothing'; Value = $null; Target = '' }
        @{ Name = 'full-width digits'; Value = -join (1..7 | ForEach-Object { [char]0xFF11 }); Target = -join (1..7 | ForEach-Object { [char]0xFF11 }) }
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

        $order = $result.All | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be '1000001', 'abc', '1000002', '', '1000003'
    }

    It 'needs no credentials to be told' {
        $result = Invoke-Recorded {
            Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } { 'abc', 'def' | Stop-NcpServerInstance }
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
