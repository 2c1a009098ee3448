Describe 'The endpoint' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is taken from -EndpointUrl before NCLOUD_API_GW: <Name>' -ForEach @(
        @{ Name = 'the root'; Parameter = 'EndpointUrl'; Suffix = '' }
        @{ Name = 'the root with a slash'; Parameter = 'EndpointUrl'; Suffix = '/' }
        @{ Name = 'the root with the path of the API'; Parameter = 'EndpointUrl'; Suffix = '/vserver/v2' }
        @{ Name = 'the alias -ApiUrl'; Parameter = 'ApiUrl'; Suffix = '' }
    ) {
        $parameters = @{ $Parameter = "$(Get-SimulatorAddress)$Suffix" }

        # Nobody listens on the discard port.
        $server = Invoke-WithEnvironment @{ NCLOUD_API_GW = 'http://127.0.0.1:9' } { 1000001 | Stop-NcpServerInstance @parameters }

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).path | Should -Be '/vserver/v2/stopServerInstances'
    }
}

Describe 'An endpoint that is not secure' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is refused before anything is sent: <_>' -ForEach @(
        'http://ncloud.invalid'
        'HTTP://ncloud.invalid:443/'
        'http://127.0.0.1.ncloud.invalid'
        'ftp://127.0.0.1'
        'file:///etc/hosts'
        'ncloud.invalid'
        'https://user:password-in-the-address@ncloud.invalid'
        'https://ncloud.invalid/?a=b'
    ) {
        $endpoint = $_
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -EndpointUrl $endpoint }

        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpInsecureEndpoint,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.CategoryInfo.Category | Should -Be 'SecurityError'
        $result.Thrown.Exception.ToString() | Should -Not -Match 'password-in-the-address'
        $result.Thrown.ErrorDetails.RecommendedAction | Should -Match 'https://ncloud\.apigw\.ntruss\.com'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is refused when it comes from NCLOUD_API_GW' {
        $result = Invoke-WithEnvironment @{ NCLOUD_API_GW = 'http://ncloud.invalid' } {
            Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force }
        }

        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpInsecureEndpoint,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        "$($result.Thrown)" | Should -Match 'NCLOUD_API_GW'
    }
}
