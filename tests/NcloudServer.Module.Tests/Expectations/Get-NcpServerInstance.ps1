@{
    'Example 1: Servers by number' = { Assert-Server '1234567', '2345678' }
    'Example 2: Servers by name and status' = { Assert-Server (Select-Number -Name 'web-00*', 'app-00*') running }
    'Example 3: A count over all regions' = {
        $expected = $script:fleet | Group-Object regionCode, statusName | ForEach-Object { "$($_.Name): $($_.Count)" } | Sort-Object
        $script:seen.Output | ForEach-Object { "$($_.Name): $($_.Count)" } | Sort-Object | Should -Be $expected
    }
    'Example 4: From one CSV file to another' = {
        $rows = @(Import-Csv report.csv)
        $rows | ForEach-Object { $_.RegionCode, $_.ServerInstanceNo } | Should -Be 'KR', '1000301', 'JPN', '2000001'
        [NcloudServer.ServerInstance].GetProperties().Name | Where-Object { $_ -notin $rows[0].PSObject.Properties.Name } |
            Should -BeNullOrEmpty
    }
    'Example 5: Every field of a server' = {
        $text = Get-Text
        $text | Should -Match '(?m)^ServerInstanceNo +: 1234567\r?$'
        [NcloudServer.ServerInstance].GetProperties().Name | Where-Object { $text -notmatch "(?m)^$_ +:" } | Should -BeNullOrEmpty
    }
    'Example 6: Servers by any other field' = {
        Assert-Server (Select-Number -Region JPN -Platform $script:windows | Select-Object -First 3)
    }
    'Example 7: The servers of some regions' = { Assert-Server (Select-Number -Status '*') }
    'Example 8: All running servers, for another command' = {
        Assert-Sent stopServerInstances (Select-Number)
        $script:seen.Output | Measure-Object Count -Sum | ForEach-Object Sum | Should -Be @(Select-Number).Count
        $script:seen.Output | ForEach-Object Name | Where-Object { $_ -notin 'shutting down', 'stopped' } | Should -BeNullOrEmpty
    }
    'Example 9: Servers by address' = { Assert-Server '1000001', '1000010' }
}
