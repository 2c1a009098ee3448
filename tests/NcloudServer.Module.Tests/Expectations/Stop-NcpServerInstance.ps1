@{
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
