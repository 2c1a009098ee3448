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

    It 'is offered by completion: public, gov and fin (<_>)' -ForEach 'Stop-NcpServerInstance', 'Invoke-NcpServerInterrupt' {
        $line = "$_ -EndpointUrl "

        $offers = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches

        $offers.CompletionText | Should -Be @(
            'https://ncloud.apigw.ntruss.com', 'https://ncloud.apigw.gov-ntruss.com', 'https://fin-ncloud.apigw.fin-ntruss.com'
        )
        $offers.ToolTip | Should -Be "The public site's gateway", "The government site's gateway", "The financial site's gateway"
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is completed from the first letters of the site or the address: <Word>' -ForEach @(
        @{ Word = 'gov'; Offer = 'https://ncloud.apigw.gov-ntruss.com' }
        @{ Word = 'fin'; Offer = 'https://fin-ncloud.apigw.fin-ntruss.com' }
        @{ Word = 'pub'; Offer = 'https://ncloud.apigw.ntruss.com' }
        @{ Word = 'https://fin'; Offer = 'https://fin-ncloud.apigw.fin-ntruss.com' }
    ) {
        $line = "Stop-NcpServerInstance -ApiUrl $Word"

        [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be $Offer
    }
}

Describe '-Proxy' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is asked for the whole address: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { param($proxy) 1000001 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Proxy $proxy } }
        @{ Name = 'interrupt'; Script = { param($proxy) 1000001 | Invoke-NcpServerInterrupt -Force -EndpointUrl http://127.0.0.1:9 -Proxy $proxy } }
    ) {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework asks no proxy for loopback, and to any other address nothing is sent without TLS'
        }

        # The simulator answers as a proxy; nobody listens at the endpoint itself.
        $server = & $Script (Get-SimulatorAddress)

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).rawTarget | Should -BeLike 'http://127.0.0.1:9/vserver/v2/*'
        (Get-SimulatorRequest).signatureValid | Should -BeTrue
    }

    It 'is among the suspects when nobody listens there' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework asks no proxy for loopback'
        }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Proxy http://127.0.0.1:9 -MaximumRetryCount 0 }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpConnectionFailed,*'
        $result.Errors.ErrorDetails.RecommendedAction | Should -Match 'proxy'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}
