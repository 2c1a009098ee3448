Describe 'A proxy of the system' {
    BeforeEach {
        Reset-Simulator
    }

    It 'that no variable of the environment names rightly is a clear error, and nothing is sent' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because '.NET Framework reads the settings of Windows and no variable'
        }

        # The network stack reads the environment once in a process.
        $result = Invoke-WithEnvironment @{ http_proxy = 'http://proxy:99999' } {
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
        $result.Text | Should -Match 'variable http_proxy is not a proxy address: http://proxy:99999\.'
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
