@{
    'Stop-NcpServerInstance' = @{
        'Example 1: One server' = {
            Assert-Server '1234567' 'shutting down'
            Assert-Sent stopServerInstances '1234567'
        }
        'Example 2: Preview with -WhatIf' = {
            Assert-Preview '1000301', '2000001'
            Get-SimulatorRequest | Should -BeNullOrEmpty
        }
        'Example 3: Find, stop and wait' = {
            $numbers = Select-Number -Name 'web-01*'
            Assert-Server $numbers stopped
            Assert-Sent stopServerInstances $numbers
        }
        'Example 4: Many numbers from a file' = {
            Assert-Failed
            Import-Csv stopped.csv | ForEach-Object ServerInstanceNo | Should -Be '1000401', '1000402'
            $script:seen.Verbose | Where-Object { $_ -like 'Stopping 3 server instances*' } | Should -Not -BeNullOrEmpty
        }
        'Example 5: Collect the errors' = {
            $script:seen.Output | ForEach-Object { $_.TargetObject, $_.FullyQualifiedErrorId } |
                Should -Be '99', 'NcpServerInstanceNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand'
            $script:seen.Variables.stopped | ForEach-Object ServerInstanceNo | Should -Be '1000401', '1000402'
        }
        'Example 6: In another region, without confirmation' = {
            Assert-Server '2000001' 'shutting down'
            Assert-Sent stopServerInstances '2000001' JPN
        }
    }
    'Start-NcpServerInstance' = @{
        'Example 1: One server' = { Assert-Server '1234567' running }
        'Example 2: All stopped servers' = {
            Assert-Server '1000901' running
            Assert-Sent startServerInstances '1000901'
        }
        'Example 3: Preview with -WhatIf' = {
            Assert-Preview '1000301', '2000001'
            Get-SimulatorRequest | Should -BeNullOrEmpty
        }
        'Example 4: In another region, with a time limit' = { Assert-Server '2000001', '2000002' running }
        'Example 5: The numbers that failed' = {
            $script:seen.Output | Should -Be '99'
            $script:seen.Variables.started | ForEach-Object ServerInstanceNo | Should -Be '1000401', '1000402'
        }
    }
    'Restart-NcpServerInstance' = @{
        'Example 1: One server' = {
            Assert-Server '1234567' rebooting
            Assert-Sent rebootServerInstances '1234567'
        }
        'Example 2: Find, restart and wait' = {
            $numbers = Select-Number -Name 'web-00*'
            Assert-Server $numbers running
            Assert-Sent rebootServerInstances $numbers
        }
        'Example 3: One after the other' = {
            $numbers = @(Select-Number -Name 'app-000*')
            Assert-Server $numbers running
            @(Get-SimulatorRequest rebootServerInstances | ForEach-Object { $_.numbers -join ' ' }) | Should -Be $numbers
        }
        'Example 4: From a CSV file' = {
            Assert-Server '1000301', '2000001'
            Assert-Sent rebootServerInstances '1000301', '2000001' JPN, KR
        }
        'Example 5: Preview with -WhatIf' = {
            Assert-Preview '1234567', '2345678'
            Get-SimulatorRequest | Should -BeNullOrEmpty
        }
    }
    'Invoke-NcpServerInterrupt' = @{
        'Example 1: One server, without confirmation' = {
            Assert-Server '1234567'
            Assert-Sent interruptServerInstance '1234567'
        }
        'Example 2: Preview with -WhatIf' = { Assert-Preview (Select-Number -Name 'web-00*' -Status '*' -Platform $script:windows) }
        'Example 3: From a CSV file, two at a time' = {
            Assert-Server '1000301', '2000001'
            Assert-Sent interruptServerInstance '1000301', '2000001' JPN, KR
        }
        'Example 4: In another region' = {
            Assert-Server '2000001'
            Assert-Sent interruptServerInstance '2000001' JPN
        }
        'Example 5: Count the errors' = {
            Get-SimulatorServer '1000401', '1000402' | ForEach-Object interruptCount | Should -Be 1, 1
            $script:seen.Output | ForEach-Object { "$($_.Name): $($_.Count)" } | Should -Be 'NcpServerInstanceNotFound: 1'
        }
    }
}
