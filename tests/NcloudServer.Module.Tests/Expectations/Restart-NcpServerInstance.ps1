@{
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
