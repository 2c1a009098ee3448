BeforeDiscovery {
    # The documented data type, field by field.
    $script:fields = @(
        'BaseBlockStorageDiskDetailType', 'BaseBlockStorageDiskType', 'HypervisorType', 'PlatformType', 'ServerInstanceOperation',
        'ServerInstanceStatus', 'ServerInstanceType' | ForEach-Object { @{ Name = $_; Type = 'NcloudServer.CodeName' } }
        'FabricClusterMode', 'FabricClusterName', 'FabricClusterNo', 'FabricClusterPoolName', 'FabricClusterPoolNo', 'InitScriptNo',
        'LoginKeyName', 'MemberServerImageInstanceNo', 'PlacementGroupName', 'PlacementGroupNo', 'PublicIp', 'PublicIpInstanceNo',
        'RegionCode', 'ServerDescription', 'ServerImageNo', 'ServerImageProductCode', 'ServerInstanceNo', 'ServerInstanceStatusName',
        'ServerName', 'ServerProductCode', 'ServerSpecCode', 'SubnetNo', 'VpcNo', 'ZoneCode' |
            ForEach-Object { @{ Name = $_; Type = 'string' } }
        'IsPreInstallGpuDriver', 'IsProtectServerTermination' | ForEach-Object { @{ Name = $_; Type = 'bool' } }
        'CreateDate', 'Uptime' | ForEach-Object { @{ Name = $_; Type = 'DateTimeOffset' } }
        @{ Name = 'CpuCount'; Type = 'int' }
        @{ Name = 'MemorySize'; Type = 'long' }
        @{ Name = 'NetworkInterfaceNoList'; Type = 'Collections.Generic.IReadOnlyList[string]' }
        @{ Name = 'BlockDevicePartitionList'; Type = 'Collections.Generic.IReadOnlyList[NcloudServer.BlockDevicePartition]' }
        @{ Name = 'EventList'; Type = 'Collections.Generic.IReadOnlyList[object]' }
    )
}

Describe 'A server that comes out' {
    BeforeAll {
        Reset-Simulator
        # Linux on XEN, whose disk has a detail type; with a public address and in a placement group.
        $script:server = 1000100 | Stop-NcpServerInstance
        # Windows on KVM, in a fabric cluster, whose numbers come as numbers.
        $script:windows = 1000099 | Stop-NcpServerInstance
    }

    It 'has <Name> as <Type>' -ForEach $script:fields {
        $script:server.PSObject.Properties.Name | Should -Contain $Name
        , $script:server.$Name | Should -BeOfType $Type
    }

    It 'has no field that the documentation does not know' -ForEach @(@{ Names = $script:fields.Name }) {
        $script:server | Get-Member -MemberType Property | Select-Object -ExpandProperty Name |
            Should -Be (@($Names) + 'AdditionalProperties' | Sort-Object)
        $script:server.AdditionalProperties.Count | Should -Be 0
    }

    It 'has the values of the service' {
        $script:server.ServerInstanceNo | Should -BeExactly '1000100'
        $script:server.ServerName | Should -BeExactly 'batch-0100'
        $script:server.CpuCount | Should -Be (2 -shl (1000100 % 3))
        $script:server.MemorySize | Should -Be (4GB -shl (1000100 % 3))
        $script:server.PublicIp | Should -Match '^198\.1[89]\.'
        $script:server.PublicIpInstanceNo | Should -Be '51000100'
        $script:server.NetworkInterfaceNoList | Should -Be '71000100'
        $script:server.IsProtectServerTermination | Should -BeTrue
        $script:server.PlacementGroupNo | Should -Be '9001'
        $script:server.CreateDate.Offset | Should -Be ([TimeSpan]::FromHours(9))
        $script:server.Uptime - $script:server.CreateDate | Should -Be ([TimeSpan]::FromDays(30))
        $script:windows.FabricClusterPoolNo | Should -BeExactly '8001'
        $script:windows.BaseBlockStorageDiskDetailType | Should -BeNullOrEmpty
        (1000104 | Stop-NcpServerInstance).PublicIp | Should -BeExactly '' -Because 'the service sends a lone space'
    }

    It 'has pairs that print as their code, compare with texts, and keep the text of the service' {
        "$($script:server.PlatformType)" | Should -BeExactly 'LNX64'
        $script:server.PlatformType -eq 'LNX64' | Should -BeTrue
        $script:server.PlatformType -eq 'WND64' | Should -BeFalse
        $script:server.PlatformType -ne 'WND64' | Should -BeTrue
        'XEN' -eq $script:server.HypervisorType | Should -BeTrue
        $script:server.PlatformType -in 'LNX32', 'LNX64' | Should -BeTrue
        $script:windows.PlatformType -like 'WND*' | Should -BeTrue
        $script:server.ServerInstanceStatus.Name | Should -Match 'RUN'
        switch ($script:windows.HypervisorType) { 'XEN' { $taken = 'XEN' } 'KVM' { $taken = 'KVM' } }
        $taken | Should -Be 'KVM'
    }

    It 'answers to <Alias> as well' -ForEach @(
        @{ Alias = 'Id'; Value = '1000100' }
        @{ Alias = 'Name'; Value = 'batch-0100' }
        @{ Alias = 'Status'; Value = 'shutting down' }
        @{ Alias = 'StatusName'; Value = 'shutting down' }
    ) {
        $script:server.$Alias | Should -BeExactly $Value
    }

    It 'prints as its number' {
        "$($script:server)" | Should -BeExactly '1000100'
    }

    It 'is declared as what the cmdlets give' {
        (Get-Command Stop-NcpServerInstance, Invoke-NcpServerInterrupt).OutputType.Type | Select-Object -Unique |
            Should -Be ([NcloudServer.ServerInstance])
    }
}

Describe 'A reply in another shape' {
    BeforeEach {
        Reset-Simulator
    }

    It 'gives the same servers in XML as in JSON' {
        $numbers = 1000090..1000110
        $json = $numbers | Stop-NcpServerInstance | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_, 4) }
        Reset-Simulator
        Set-SimulatorPolicy @{ xmlEvenIfJsonAsked = $true }
        $xml = $numbers | Stop-NcpServerInstance | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_, 4) }

        $xml | Should -HaveCount 21
        $xml | Should -Be $json
    }

    It 'keeps fields of the future under their own names' {
        $body = '{"stopServerInstancesResponse":{"returnCode":"0","serverInstanceList":[' +
            '{"serverInstanceNo":"1000001","sizeOfTomorrow":7,"listOfTomorrow":[{"a":"b"}]}]}}'
        Add-SimulatorFault @{ status = 200; body = $body }

        $server = 1000001 | Stop-NcpServerInstance

        $server.AdditionalProperties['sizeOfTomorrow'] | Should -Be '7'
        $server.AdditionalProperties['listOfTomorrow'][0]['a'] | Should -Be 'b'
        $server.ServerName | Should -BeExactly ''
    }
}
