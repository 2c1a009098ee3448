@{
    'Get-NcpRegion' = @{
        'Example 1: All regions' = {
            $script:seen.Output | ForEach-Object RegionCode | Should -Be 'KR', 'JPN', 'SGN'
            $script:seen.Output | ForEach-Object RegionName | Should -Not -BeNullOrEmpty
        }
        'Example 2: Regions by a part of the code' = { $script:seen.Output | ForEach-Object RegionCode | Should -Be 'KR' }
        'Example 3: The servers of several regions' = { Assert-Server '1000901', '3000001' stopped }
        'Example 4: With a profile' = {
            $script:seen.Output.Count | Should -Be 3
            Assert-Key $script:seen.Role
        }
        'Example 5: With a credential' = {
            $script:seen.Output.Count | Should -Be 3
            Assert-Key $script:seen.Role
        }
    }
    'Get-NcpServerInstance' = @{
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
    'Wait-NcpServerInstance' = @{
        'Example 1: After a stop' = {
            Assert-Server '1234567' stopped
            Assert-Sent stopServerInstances '1234567'
        }
        'Example 2: With a time limit' = { Assert-Server '1234567', '2345678' running }
        'Example 3: Other work in between' = {
            $rows = (Get-Text) -split '\r?\n' | Where-Object { $_ -match ' running ' }
            $script:fleet | Where-Object { $_.number -in '1000301', '2000001' } | ForEach-Object name |
                Where-Object { -not ($rows -like "$_ *") } | Should -BeNullOrEmpty
            $rows.Count | Should -Be 2
        }
        'Example 4: Servers that are late' = { $script:seen.Output | Should -Be '1234567 is late' }
    }
    'Invoke-NcpApi' = @{
        'Example 1: The private addresses of all running servers' = {
            $expected = $script:fleet | Where-Object { $_.regionCode -eq 'KR' -and $_.statusName -eq 'running' } |
                ForEach-Object { "$($_.name) $($_.privateIp)" } | Sort-Object
            $script:seen.Output | ForEach-Object { "$($_.ServerName) $($_.Ip)" } | Sort-Object | Should -Be $expected
        }
        'Example 2: Stop, change the specification, start' = {
            Assert-Server (Select-Number -Name 'web-*') running
            $script:seen.Output | ForEach-Object ServerSpecCode | Sort-Object -Unique | Should -Be 'c4-g3'
        }
        'Example 3: Servers that are protected from termination' = {
            Assert-Server ($script:fleet | Where-Object { $_.regionCode -eq 'KR' -and $_.isProtected } | ForEach-Object number)
            $script:seen.Output[0].PSObject.Properties.Name | Should -Be 'ServerInstanceNo', 'ServerName'
        }
        'Example 4: A list from another service' = {
            @(Get-SimulatorRequest).path | Should -Be '/vpc/v2/getVpcList'
            $script:seen.Output | Should -Not -BeNullOrEmpty
        }
        'Example 5: Preview the creation of a server' = {
            Assert-Preview 'networkInterfaceList.1.accessControlGroupNoList.1'
            Get-SimulatorRequest | Should -BeNullOrEmpty
        }
        'Example 6: Find a specification' = {
            $script:seen.Output | Should -Not -BeNullOrEmpty
            $script:seen.Output | Where-Object { $_.CpuCount -lt 8 -or $_.MemorySize -gt 32GB } | Should -BeNullOrEmpty
            $counts = @($script:seen.Output | ForEach-Object CpuCount)
            $counts | Should -Be @($counts | Sort-Object)
        }
        'Example 7: The response as it is' = {
            $response = ($script:seen.Output | ConvertFrom-Json).getServerInstanceDetailResponse
            $response.returnMessage, $response.serverInstanceList[0].serverInstanceNo | Should -Be 'success', '1234567'
        }
        'Example 8: The cost of several months' = {
            $request = @(Get-SimulatorRequest)[0]
            $request.path | Should -Be '/billing/v1/cost/getProductDemandCostList'
            $request.rawTarget | Should -Match 'startMonth=202609&endMonth=202611|endMonth=202611&startMonth=202609'
            $script:seen.Output | Should -Not -BeNullOrEmpty
        }
        'Example 9: The list of a REST service' = {
            $script:seen.Output | ForEach-Object LoginId | Should -Be (1..45 | Where-Object { $_ % 3 } | ForEach-Object { 'user-{0:00}' -f $_ })
            $script:seen.Output[0].PSObject.Properties.Name | Should -Be 'LoginId', 'Name'
        }
        'Example 10: Run a trigger of Cloud Functions' = {
            $request = @(Get-SimulatorRequest)[0]
            $request.method, $request.path, $request.body | Should -Be 'POST', '/ncf/api/v2/triggers/nightly', '{"count":3,"place":"Seoul"}'
            $script:seen.Output | Should -Match '^[0-9a-f]{32}$'
        }
        'Example 11: Terminate a server and release its public IP' = {
            Get-SimulatorServerOf KR | Where-Object { $_.number -eq '1234567' } | Should -BeNullOrEmpty
            @(Get-SimulatorRequest | Where-Object { $_.action -notlike 'get*' }).action | Should -Be @(
                'stopServerInstances', 'terminateServerInstances'
                if (($script:fleet | Where-Object { $_.number -eq '1234567' }).publicIp) { 'deletePublicIpInstance' }
            )
        }
    }
}
