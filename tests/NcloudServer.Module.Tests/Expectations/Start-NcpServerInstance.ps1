@{
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
