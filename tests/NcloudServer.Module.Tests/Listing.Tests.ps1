Describe 'A list' {
    BeforeEach {
        Reset-Simulator
        $script:small = @{ code = 'KR'; servers = 1498 }
    }

    It 'is read whole before a later command changes what matches: 5,000 servers of two regions, and all are stopped' {
        # The examples of the documentation are two more of the first region.
        Set-SimulatorRegion @{ code = 'KR'; servers = 2998 }, @{ code = 'JPN'; servers = 2000 }
        Set-SimulatorTime @{ shutdownSeconds = 0.2 }
        $script:passed = 0

        # Slow enough for what has been stopped to be down before more is read.
        $result = Invoke-Recorded {
            Get-NcpServerInstance -AllRegions -Status running |
                ForEach-Object { if (++$script:passed % 100 -eq 0) { Start-Sleep -Milliseconds 50 }; $_ } |
                Stop-NcpServerInstance
        }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 5000
        @($result.Output.ServerInstanceNo | Sort-Object -Unique) | Should -HaveCount 5000
        'KR', 'JPN' | ForEach-Object { Get-SimulatorServerOf $_ } | Where-Object { $_.status -eq 'RUN' -and $_.operation -eq 'NULL' } |
            Should -BeNullOrEmpty
    }

    It 'is complete where the service gives no more than a few hundred servers without a page' {
        Set-SimulatorRegion $script:small
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = 400 }

        $servers = Get-NcpServerInstance

        $servers.ServerInstanceNo | Should -Be (Get-SimulatorServerOf KR).number
    }

    It 'has every server that stays, once, where ten others are taken away while it is read (<Limit> servers without a page)' -ForEach @(
        @{ Limit = 'all' }
        @{ Limit = 400 }
    ) {
        Set-SimulatorRegion $script:small
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = if ($Limit -eq 'all') { 0 } else { $Limit } }
        Add-SimulatorFault @{ action = 'getServerInstanceList'; times = 1; removeServers = 1000001..1000010 | ForEach-Object { "$_" } }

        $result = Invoke-Recorded { Get-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Where-Object { $_ -notin (1000001..1000010) } | Should -Be (Get-SimulatorServerOf KR).number
    }

    It 'has every server that stays, once, where others are created while it is read' {
        # The newest first, as a service may list them: every page begins ten servers later than it would have.
        Set-SimulatorRegion $script:small
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = 400; replyOrder = 'Reversed' }
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; times = 1
            setServers = 9000001..9000010 | ForEach-Object { @{ number = "$_"
        } } }
        $before = (Get-SimulatorServerOf KR).number

        $result = Invoke-Recorded { Get-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Where-Object { $_ -in $before } | Sort-Object | Should -Be $before
    }

    It 'is an error, and not a list with gaps, where it never stops changing' {
        Set-SimulatorRegion $script:small
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = 400 }
        # Ten servers go after each of the first hundred requests.
        Add-SimulatorFault @(0..99 | ForEach-Object {
                $first = 1000001 + 10 * $_
                @{ action = 'getServerInstanceList'; times = 1; removeServers = $first..($first + 9) | ForEach-Object { "$_" } }
            })

        $result = Invoke-Recorded { Get-NcpServerInstance -MaximumRetryCount 1 }

        if ($result.Errors -or $result.Thrown) {
            $result.Output | Should -BeNullOrEmpty
            @($result.Errors) + $result.Thrown | Where-Object { $_ } | ForEach-Object FullyQualifiedErrorId |
                Should -BeLike 'NcpInvalidResponse,*'
        } else {
            $given = New-Object Collections.Generic.HashSet[string] (, [string[]]$result.Output.ServerInstanceNo)
            (Get-SimulatorServerOf KR).number | Where-Object { -not $given.Contains($_) } | Should -BeNullOrEmpty
        }
    }

    It 'gives only its error where the rest of it can''t be read' {
        Set-SimulatorRegion $script:small
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = 400 }
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; after = 1; status = 400
            body = '{"responseError":{"returnCode":"4711","returnMessage":"No."}}'
        }

        $result = Invoke-Recorded { Get-NcpServerInstance }

        $result.Output | Should -BeNullOrEmpty
        @($result.Errors) + $result.Thrown | Where-Object { $_ } | ForEach-Object FullyQualifiedErrorId |
            Should -Be 'NcpRequestRefused,NcloudServer.Commands.GetNcpServerInstanceCommand'
    }
}
