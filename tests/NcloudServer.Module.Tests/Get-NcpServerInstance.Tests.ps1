Describe 'Get-NcpServerInstance by number' {
    BeforeEach { Reset-Simulator }

    It 'asks for many numbers in batches and keeps their order' {
        $numbers = 1000250..1000001
        ($numbers | Get-NcpServerInstance).ServerInstanceNo | Should -Be $numbers

        @(Get-SimulatorRequest) | Should -HaveCount 3
    }

    It 'halves a request whose address is too long for the service: <_>' -ForEach 413, 414 {
        Set-SimulatorPolicy @{ maximumUrlLength = 1500; urlTooLongStatus = $_ }
        $run = Invoke-Recorded { 1000001..1000100 | Get-NcpServerInstance }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.ServerInstanceNo | Should -Be (1000001..1000100)
    }

    It 'gives an error for each number that does not exist, and the others' {
        $run = Invoke-Recorded { 1000001, 99, 'abc', 1000002 | Get-NcpServerInstance }

        $run.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $run.Errors.FullyQualifiedErrorId | Should -Be @(
            'NcpServerInstanceNotFound,NcloudServer.Commands.GetNcpServerInstanceCommand'
            'NcpInvalidServerInstanceNo,NcloudServer.Commands.GetNcpServerInstanceCommand'
        )
        $run.Errors.TargetObject | Should -Be '99', 'abc'
    }

    It 'takes the output of every other cmdlet' {
        1000001 | Stop-NcpServerInstance | Get-NcpServerInstance | ForEach-Object StatusName | Should -Be 'shutting down'
    }
}

Describe 'Get-NcpServerInstance by its filters' {
    BeforeEach { Reset-Simulator }

    It 'reads all pages, each server once' {
        $servers = Get-NcpServerInstance
        $servers | Should -HaveCount 5002
        @($servers.ServerInstanceNo | Sort-Object -Unique) | Should -HaveCount 5002
    }

    It 'gives the first of them to a consumer that wants no more' {
        (Get-NcpServerInstance | Select-Object -First 3).ServerInstanceNo | Should -Be '1000001', '1000002', '1000003'
    }

    It 'selects names with wildcards, upper and lower case alike' {
        (Get-NcpServerInstance -ServerName 'WEB-000?').ServerName | Should -Be 'web-0001', 'web-0006'
    }

    It 'selects exactly the name that is given, whether the service matches parts of names or whole ones: <_>' -ForEach 'Part', 'Whole' {
        Set-SimulatorServer @{ number = '1999999'; name = 'web-0001-old'; regionCode = 'KR' }
        Set-SimulatorPolicy @{ nameMatch = $_ }
        (Get-NcpServerInstance -ServerName 'web-0001').ServerInstanceNo | Should -Be '1000001'
    }

    It 'ignores upper and lower case of a name, whatever the service does: <_>' -ForEach 'Part', 'Whole' {
        Set-SimulatorPolicy @{ nameMatch = $_ }

        (Get-NcpServerInstance -ServerName 'WEB-0001').ServerInstanceNo | Should -Be '1000001'
        (Get-NcpServerInstance -ServerName 'Web-0001', 'APP-0002').ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).rawTarget | Should -Not -Match 'serverName'
    }

    It 'gives nothing for a name that no server has' {
        $run = Invoke-Recorded { Get-NcpServerInstance -ServerName 'nobody' }
        $run.All | Should -BeNullOrEmpty
    }

    It 'does not report a server that is shutting down as running' {
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $null = 1000001 | Stop-NcpServerInstance

        (Get-NcpServerInstance -ServerName 'web-000*' -Status running).ServerInstanceNo | Should -Be '1000006'
        (Get-NcpServerInstance -Status 'shutting down').ServerInstanceNo | Should -Be '1000001'
        (Get-NcpServerInstance -Status 'shut*').ServerInstanceNo | Should -Be '1000001'
        (Get-NcpServerInstance -ServerName 'web-000*' -Status RUN).ServerInstanceNo | Should -Be '1000001', '1000006'
    }

    It 'lets the service select by VPC and by the codes it knows' {
        $null = Get-NcpServerInstance -VpcNo 10001 -Status stopped
        (Get-SimulatorRequest).rawTarget | Should -Match 'vpcNo=10001&serverInstanceStatusCode=NSTOP'
    }

    It 'reads all regions, and continues when one fails' {
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; region = 'JPN'; status = 400
            body = '{"responseError":{"returnCode":"1","returnMessage":"no"}}'
        }
        $run = Invoke-Recorded { Get-NcpServerInstance -AllRegions -ServerName 'web-0001' }

        $run.Output.RegionCode | Sort-Object | Should -Be 'KR', 'SGN'
        $run.Errors | Should -HaveCount 1
        $run.Errors[0].TargetObject | Should -Be 'JPN'
        $run.Errors[0].FullyQualifiedErrorId | Should -Be 'NcpRequestRefused,NcloudServer.Commands.GetNcpServerInstanceCommand'
    }

    It 'reads several regions at once' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; latencyMs = 300 }
        $null = Get-NcpServerInstance -AllRegions -ServerName 'web-0001'
        Get-SimulatorHighestInFlight | Should -Be 3
    }

    It 'takes regions from the pipeline' {
        (Get-NcpRegion | Get-NcpServerInstance -ServerName 'web-0001').RegionCode | Should -Be 'KR', 'JPN', 'SGN'
    }

    It 'takes regions from the pipeline without any filter: <Name>' -ForEach @(
        @{ Name = 'regions'; Script = { Get-NcpRegion | Get-NcpServerInstance } }
        @{ Name = 'regions in a variable'; Script = { $regions = Get-NcpRegion; $regions | Get-NcpServerInstance } }
        @{
            Name = 'regions out of a file'
            Script = { Get-NcpRegion | Export-Clixml TestDrive:/regions.xml; Import-Clixml TestDrive:/regions.xml | Get-NcpServerInstance }
        }
        @{
            Name = 'regions out of a CSV file'
            Script = { Get-NcpRegion | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv | Get-NcpServerInstance }
        }
    ) {
        Set-SimulatorRegion @{ code = 'KR'; servers = 1 }, @{ code = 'JPN'; servers = 2 }, @{ code = 'SGN'; servers = 0 }

        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1234567', '2345678', '2000001', '2000002'
    }
}
