@{
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
        $script:seen.Output | ForEach-Object { "$($_.CpuCount)" } | Should -Be ($script:seen.Output | Sort-Object CpuCount | ForEach-Object { "$($_.CpuCount)" })
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
