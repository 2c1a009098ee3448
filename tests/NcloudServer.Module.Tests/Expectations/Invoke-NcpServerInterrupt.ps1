@{
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
