Describe 'The region' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is the service''s choice when nobody names one' {
        $server = Stop-NcpServerInstance 1000001

        $server.RegionCode | Should -Be 'KR'
        (Get-SimulatorRequest).rawTarget | Should -Not -Match 'regionCode'
    }

    It 'is the one that <Name> names' -ForEach @(
        @{ Name = '-RegionCode'; Script = { Stop-NcpServerInstance 2000001 -RegionCode JPN } }
        @{ Name = 'its alias -Region'; Script = { Stop-NcpServerInstance 2000001 -Region JPN } }
        @{
            Name = 'the column RegionCode'
            Script = { [pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'JPN' } | Stop-NcpServerInstance }
        }
        @{
            Name = 'the column Region'
            Script = { [pscustomobject]@{ ServerInstanceNo = '2000001'; Region = ' JPN ' } | Stop-NcpServerInstance }
        }
        @{ Name = 'NCLOUD_REGION'; Script = { Invoke-WithEnvironment @{ NCLOUD_REGION = 'JPN' } { Stop-NcpServerInstance 2000001 } } }
        @{ Name = '-RegionCode of the interrupt'; Script = { Invoke-NcpServerInterrupt 2000001 -RegionCode JPN -Force } }
        @{
            Name = 'the column RegionCode for the interrupt'
            Script = { 'ServerInstanceNo,RegionCode', '2000001,JPN' | ConvertFrom-Csv | Invoke-NcpServerInterrupt -Force }
        }
    ) {
        $result = Invoke-Recorded $Script

        $result.Output.ServerInstanceNo | Should -Be '2000001'
        $result.Output.RegionCode | Should -Be 'JPN'
        (Get-SimulatorRequest).regionCode | Should -Be 'JPN'
    }

    It 'is the column''s before NCLOUD_REGION' {
        $result = Invoke-Recorded {
            Invoke-WithEnvironment @{ NCLOUD_REGION = 'SGN' } {
                [pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'JPN' } | Stop-NcpServerInstance
            }
        }

        $result.Output.RegionCode | Should -Be 'JPN'
    }

    It 'is NCLOUD_REGION where the column is empty' {
        $result = Invoke-Recorded {
            Invoke-WithEnvironment @{ NCLOUD_REGION = 'SGN' } {
                'ServerInstanceNo,RegionCode', '2000001,JPN', '3000001,' | ConvertFrom-Csv | Stop-NcpServerInstance
            }
        }

        $result.Output.RegionCode | Should -Be 'JPN', 'SGN'
    }

    It 'is that of -RegionCode before the column' {
        $result = Invoke-Recorded {
            [pscustomobject]@{ ServerInstanceNo = '2000001'; RegionCode = 'KR' } | Stop-NcpServerInstance -RegionCode JPN
        }

        $result.Output.RegionCode | Should -Be 'JPN'
        (Get-SimulatorRequest).regionCode | Should -Be 'JPN'
    }

    It 'is a batch''s own: servers of two regions in turn make two requests and come out as they went in' {
        $rows = foreach ($i in 1..20) {
            [pscustomobject]@{ ServerInstanceNo = "$(1000000 + $i)"; RegionCode = 'KR' }
            [pscustomobject]@{ ServerInstanceNo = "$(2000000 + $i)"; RegionCode = 'JPN' }
        }

        $servers = $rows | Stop-NcpServerInstance

        $servers.ServerInstanceNo | Should -Be $rows.ServerInstanceNo
        $requests = Get-SimulatorRequest | Sort-Object regionCode
        $requests.regionCode | Should -Be 'JPN', 'KR'
        $requests[0].numbers | Should -Be (2000001..2000020)
        $requests[1].numbers | Should -Be (1000001..1000020)
    }

    It 'is part of the error for a server that is in another one' {
        $result = Invoke-Recorded { Stop-NcpServerInstance 2000001 -RegionCode KR }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpServerInstanceNotFound,*'
        "$($result.Errors)" | Should -Match 'region KR'
    }
}
