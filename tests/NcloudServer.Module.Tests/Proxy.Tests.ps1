Describe '-Proxy' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is asked for the whole address: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { param($proxy) 1000001 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Proxy $proxy } }
        @{
            Name = 'interrupt'
            Script = { param($proxy) 1000001 | Invoke-NcpServerInterrupt -Force -EndpointUrl http://127.0.0.1:9 -Proxy $proxy }
        }
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

    It 'is named in the recommended action when nobody listens there' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework asks no proxy for loopback'
        }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Proxy http://127.0.0.1:9 -MaximumRetryCount 0 }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpConnectionFailed,*'
        $result.Errors.ErrorDetails.RecommendedAction | Should -Match 'proxy'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}

Describe 'A proxy that is not an address' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is a binding error that shows a right one, and nothing is sent: <_>' -ForEach @(
        'proxy.corp:8080', 'proxy.corp', 'localhost:8080', '192.0.2.1:3128', 'ftp://proxy:1', 'socks5://proxy:1080', '/proxy'
        '//proxy:8080', 'no address'
    ) {
        $proxy = $_

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Proxy $proxy }

        $result.Thrown.FullyQualifiedErrorId |
            Should -Be 'ParameterArgumentValidationError,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.Exception.Message |
            Should -BeLike "*'Proxy'*Not a valid proxy address: $proxy.*an absolute http or https address*http://proxy.example:8080*"
        $result.Output | Should -BeNullOrEmpty
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is one for <Name>' -ForEach @(
        @{ Name = 'interrupt'; Script = { 1000001 | Invoke-NcpServerInterrupt -Force -Proxy proxy.corp:8080 } }
        @{ Name = 'wait'; Script = { 1000001 | Wait-NcpServerInstance -Status running -Proxy proxy.corp:8080 } }
        @{ Name = 'the list'; Script = { Get-NcpServerInstance -Proxy proxy.corp:8080 } }
        @{ Name = 'the regions'; Script = { Get-NcpRegion -Proxy proxy.corp:8080 } }
        @{ Name = 'an object'; Script = { Get-NcpRegion -Proxy (New-Object Uri 'proxy.corp:8080') } }
        @{ Name = 'a question what if'; Script = { 1000001 | Stop-NcpServerInstance -WhatIf -Proxy proxy.corp:8080 } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        $result.Thrown.Exception.Message | Should -Match 'http://proxy\.example:8080'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'does not show what may be a password' {
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Proxy 'ftp://user:hidden-word@proxy:1' }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        $result.Thrown | Format-List * -Force | Out-String | Should -Not -Match 'hidden-word'
    }
}

Describe 'A proxy of the system' {
    BeforeEach {
        Reset-Simulator
    }

    It 'that no variable of the environment names rightly is a clear error, and nothing is sent: <Name>=<Value>' -ForEach @(
        @{ Name = 'http_proxy'; Value = 'ftp://proxy:1' }
        @{ Name = 'http_proxy'; Value = 'http://proxy:99999' }
        @{ Name = 'ALL_PROXY'; Value = 'ftp://proxy:1' }
    ) {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework reads the settings of Windows and no variable'
        }

        # The network stack reads the environment once in a process.
        $result = Invoke-WithEnvironment @{ $Name = $Value } {
            Invoke-ChildPowerShell @"
                Import-Module '$(Get-ModulePath)'
                try {
                    1000001 | Stop-NcpServerInstance -ErrorAction Stop
                } catch {
                    [Console]::WriteLine(`$_.FullyQualifiedErrorId + ' ' + `$_)
                }
"@
        }

        $result.Text | Should -Match 'NcpConnectionFailed,'
        $result.Text | Should -Match ([regex]::Escape("variable $Name is not a proxy address: $Value."))
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'does not matter where -Proxy names another' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework reads the settings of Windows and no variable'
        }

        $server = Invoke-WithEnvironment @{ http_proxy = 'ftp://proxy:1' } {
            1000001 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Proxy (Get-SimulatorAddress)
        }

        $server.ServerInstanceNo | Should -Be '1000001'
    }
}

Describe 'A proxy that requires a login' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is an error for each number that names -ProxyCredential: <Name>' -ForEach @(
        @{
            Name = 'with a page'
            Fault = @{ status = 407; body = '<html>Sign in</html>'; headers = @{ 'Proxy-Authenticate' = 'Basic realm="proxy"' } }
        }
        @{ Name = 'without one'; Fault = @{ status = 407; emptyBody = $true; headers = @{ 'Proxy-Authenticate' = 'Basic realm="proxy"' } } }
    ) {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework asks no proxy for loopback, and to any other address nothing is sent without TLS'
        }

        Add-SimulatorFault $Fault

        $result = Invoke-Recorded {
            1000001, 1000002 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Proxy (Get-SimulatorAddress)
        }

        $result.Errors | Should -HaveCount 2
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpConnectionFailed,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.ErrorDetails.RecommendedAction | Should -Match '-ProxyCredential'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}
