Describe 'Get-NcpRegion' {
    BeforeEach { Reset-Simulator }

    It 'gives all regions, in one request without a region of its own' {
        (Get-NcpRegion).RegionCode | Should -Be 'KR', 'JPN', 'SGN'

        $request = Get-SimulatorRequest
        $request.action | Should -Be 'getRegionList'
        $request.rawTarget | Should -Not -Match 'regionCode'
    }

    It 'picks regions by a code with wildcards' {
        (Get-NcpRegion j*).RegionName | Should -Be 'Japan'
    }

    It 'ends with an error when the service refuses the key' {
        $wrong = ConvertTo-Credential 'SIMULATORACCESSKEY01' 'wrong'
        { Get-NcpRegion -Credential $wrong } | Should -Throw -ErrorId 'NcpAuthenticationFailed,NcloudServer.Commands.GetNcpRegionCommand'
    }
}
