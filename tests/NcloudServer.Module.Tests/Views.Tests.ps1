Describe 'Servers on the screen and in files' {
    BeforeAll {
        Reset-Simulator
        Set-SimulatorServer @{ number = '1000003'; name = 'a-name-that-is-longer-than-its-column'; publicIp = '255.255.255.255' }
        $script:servers = 1000001..1000010 | Stop-NcpServerInstance
    }

    It 'are a table of number, name, status, zone, type and address, within 80 columns' {
        $lines = ($script:servers | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }

        $lines[0] -split ' +' | Where-Object { $_ } | Should -Be 'Number', 'ServerName', 'Status', 'Zone', 'Type', 'PublicIp'
        $lines | Should -HaveCount 12
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $lines[2] | Should -Match '^ +1000001 web-0001 +shutting down KR-1 +STAND'
        $lines[4] | Should -Match '1000003 a-name.* 255\.255\.255\.255'
    }

    It 'are the same table for Format-Table' {
        $script:servers | Format-Table | Out-String -Width 80 | Should -Be ($script:servers | Out-String -Width 80)
    }

    It 'are a list of the fields that matter for Format-List' {
        $text = $script:servers[9] | Format-List | Out-String -Width 120

        $text | Should -Match '(?m)^ServerInstanceNo +: 1000010\s*$'
        $text | Should -Match '(?m)^ServerInstanceStatus +: RUN\s*$'
        $text | Should -Match '(?m)^ServerInstanceOperation +: SHTDN\s*$'
        $text | Should -Match '(?m)^MemorySize +: \d+\s*$'
        $text | Should -Not -Match 'LoginKeyName'
    }

    It 'show every field for Format-List *' {
        $text = $script:servers[0] | Format-List * | Out-String -Width 120

        $names = $script:servers[0].PSObject.Properties.Name
        $names.Count | Should -BeGreaterThan 40
        foreach ($name in $names) {
            $text | Should -Match "(?m)^$name +:"
        }
    }

    It 'keep the table after a round trip through Export-Clixml' {
        $script:servers | Export-Clixml TestDrive:/servers.xml

        Import-Clixml TestDrive:/servers.xml | Out-String -Width 80 | Should -Be ($script:servers | Out-String -Width 80)
    }

    It 'survive ConvertTo-Json' {
        $read = $script:servers[9] | ConvertTo-Json -Depth 4 | ConvertFrom-Json

        $read.ServerInstanceNo | Should -BeExactly '1000010'
        $read.MemorySize | Should -Be $script:servers[9].MemorySize
        $read.PlatformType.Code | Should -Be 'WND64'
        $read.NetworkInterfaceNoList | Should -Be '71000010'
        [DateTimeOffset]$read.CreateDate | Should -Be $script:servers[9].CreateDate
    }

    It 'survive Export-Csv, pairs as their codes' {
        $script:servers | Export-Csv TestDrive:/servers.csv -NoTypeInformation
        $read = @(Import-Csv TestDrive:/servers.csv)

        $read.ServerInstanceNo | Should -Be (1000001..1000010)
        $read[0].ServerInstanceStatus | Should -BeExactly 'RUN'
        $read[0].PlatformType | Should -BeExactly 'LNX64'
        $read[0].ServerInstanceStatusName | Should -BeExactly 'shutting down'
    }

    It 'can be sorted by date' {
        $sorted = $script:servers | Sort-Object CreateDate -Descending

        $sorted.ServerInstanceNo | Should -Be (1000010..1000001)
    }

    It 'can be sorted by a pair' {
        ($script:servers | Sort-Object PlatformType | ForEach-Object { "$($_.PlatformType)" } | Get-Unique) | Should -Be 'LNX64', 'WND64'
    }

    It 'can be selected, grouped and saved by what a header says' {
        $selected = $script:servers[0] | Select-Object Number, Status, Zone, Type
        $script:servers[0] | Select-Object Number, Status | Export-Csv TestDrive:/short.csv -NoTypeInformation

        "$($selected.Number) $($selected.Status) $($selected.Zone) $($selected.Type)" | Should -Match '^1000001 shutting down KR-1 STAND'
        ($script:servers | Group-Object Status).Name | Should -Be 'shutting down'
        Get-Content TestDrive:/short.csv | Should -Be '"Number","Status"', '"1000001","shutting down"'
        Import-Csv TestDrive:/short.csv | Where-Object Status -EQ 'shutting down' | Should -HaveCount 1
    }

    It 'can be grouped by a pair' {
        $groups = $script:servers | Group-Object PlatformType | Sort-Object Name

        $groups.Name | Should -Be 'LNX64', 'WND64'
        $groups | ForEach-Object { $_.Count } | Should -Be 5, 5
    }

    It 'can be grouped into a table with pairs as keys' {
        $table = $script:servers | Group-Object HypervisorType -AsHashTable -AsString

        $table['KVM'].ServerInstanceNo | Should -Be 1000001, 1000003, 1000005, 1000007, 1000009
    }

    It 'can be chosen by a pair' {
        ($script:servers | Where-Object PlatformType -EQ WND64).ServerInstanceNo | Should -Be 1000002, 1000003, 1000006, 1000007, 1000010
    }
}
