Describe 'Servers on the screen and in files' {
    BeforeAll {
        Reset-Simulator
        Set-SimulatorServer @{ number = '1000003'; name = 'a-name-that-is-longer-than-its-column'; publicIp = '255.255.255.255' }
        $script:servers = 1000001..1000010 | Stop-NcpServerInstance
    }

    It 'are the same table for Format-Table' {
        $script:servers | Format-Table | Out-String -Width 80 | Should -Be ($script:servers | Out-String -Width 80)
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
}
