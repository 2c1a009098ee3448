Describe 'Completion' {
    BeforeAll {
        Reset-Simulator
        $null = Get-NcpServerInstance 1000001, 1000002
        $null = Get-NcpRegion
        Clear-SimulatorRequest

        function Get-Completion {
            param([string] $Line)

            return (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
        }
    }

    It 'offers numbers that this PowerShell has seen, with name and status' {
        $match = Get-Completion 'Stop-NcpServerInstance -ServerInstanceNo 1000001'
        $match.CompletionText | Should -Be '1000001'
        $match.ToolTip | Should -Be 'web-0001, running'
    }

    It 'offers names that this PowerShell has seen' {
        (Get-Completion 'Get-NcpServerInstance -ServerName app-0002').CompletionText | Should -Be 'app-0002'
    }

    It 'offers known and fetched regions, statuses and gateways: <Line>' -ForEach @(
        @{ Line = 'Get-NcpServerInstance -RegionCode K'; Expected = 'KR', 'KRS' }
        @{ Line = 'Get-NcpServerInstance -RegionCode SG'; Expected = 'SGN' }
        @{ Line = 'Get-NcpServerInstance -Status shut'; Expected = "'shutting down'" }
        @{ Line = 'Wait-NcpServerInstance -Status St'; Expected = 'Stopped' }
        @{ Line = 'Get-NcpRegion -EndpointUrl gov'; Expected = 'https://ncloud.apigw.gov-ntruss.com' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Expected
    }

    It 'asks nothing of the service' {
        $null = 'Stop-NcpServerInstance ', 'Get-NcpServerInstance -ServerName ', 'Get-NcpServerInstance -RegionCode ' |
            ForEach-Object { Get-Completion $_ }
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'offers the profiles of the file, and nothing where the file is broken' {
        # The home directory of this process was read when it began, so the file is looked at in a process of its own.
        $script = "Import-Module '$(Get-ModulePath)'; " +
            "'profiles: ' + ((TabExpansion2 'Get-NcpRegion -ProfileName ' 27).CompletionMatches.CompletionText -join ' ')"
        try {
            Write-ConfigureFile "[DEFAULT]`nncloud_access_key_id = a`n[my team]`n"
            (Invoke-ChildPowerShell $script).Text | Should -Match "profiles: DEFAULT 'my team'"
            Write-ConfigureFile 'not a line of such a file'
            (Invoke-ChildPowerShell $script).Text | Should -Match 'profiles: \r?\n'
        } finally {
            Remove-ConfigureFile
        }
    }

    It 'does nothing in a fresh process without credentials' {
        $script = "Import-Module '$(Get-ModulePath)'; " +
            "'matches: ' + (TabExpansion2 'Stop-NcpServerInstance -ServerInstanceNo ' 41).CompletionMatches.Count"
        (Invoke-ChildPowerShell $script).Text | Should -Match 'matches: 0'
    }

    It 'offers the gateways of the three sites to <_>' -ForEach 'Stop-NcpServerInstance', 'Invoke-NcpServerInterrupt' {
        $offers = Get-Completion "$_ -EndpointUrl "

        $offers.CompletionText | Should -Be @(
            'https://ncloud.apigw.ntruss.com', 'https://ncloud.apigw.gov-ntruss.com', 'https://fin-ncloud.apigw.fin-ntruss.com'
        )
        $offers.ToolTip | Should -Be "The public site's gateway", "The government site's gateway", "The financial site's gateway"
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'offers a gateway by the first letters of its site or its address: <Word>' -ForEach @(
        @{ Word = 'gov'; Offer = 'https://ncloud.apigw.gov-ntruss.com' }
        @{ Word = 'fin'; Offer = 'https://fin-ncloud.apigw.fin-ntruss.com' }
        @{ Word = 'pub'; Offer = 'https://ncloud.apigw.ntruss.com' }
        @{ Word = 'https://fin'; Offer = 'https://fin-ncloud.apigw.fin-ntruss.com' }
    ) {
        (Get-Completion "Stop-NcpServerInstance -ApiUrl $Word").CompletionText | Should -Be $Offer
    }

    It 'offers the profiles that <_> can change or show' -ForEach 'Set-NcpProfile', 'Get-NcpProfile', 'Remove-NcpProfile' {
        if (-not (Test-TemporaryHome)) {
            Set-ItResult -Skipped -Because 'the real file of profiles would be written'
        }

        try {
            Write-ConfigureFile "[prod]`n[test-1]`n"
            (Get-Completion "$_ -ProfileName te").CompletionText | Should -Be 'test-1'
        } finally {
            Remove-ConfigureFile
        }
    }
}
