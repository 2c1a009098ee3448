Describe 'Servers that have crossed a process or a file' {
    BeforeEach { Reset-Simulator }

    It 'keep number, region and aliases through Export-Clixml, and go back into the pipeline' {
        $file = Join-Path $TestDrive 'servers.xml'
        Get-NcpServerInstance -AllRegions -ServerName '*-0001' | Sort-Object ServerInstanceNo | Export-Clixml $file
        $servers = Import-Clixml $file

        $servers.Id | Should -Be $servers.ServerInstanceNo
        $servers[0].Name | Should -Be 'web-0001'
        $servers[0].CreateDate.Offset | Should -Be ([TimeSpan]::FromHours(9))
        "$($servers[0].PlatformType)" | Should -Be $servers[0].PlatformType.Code
        ($servers | Out-String -Width 80) | Should -Match '(?m)^ +1000001 web-0001 +running'
        $stopped = $servers | Stop-NcpServerInstance
        $stopped.ServerInstanceNo | Should -Be $servers.ServerInstanceNo
        $stopped.RegionCode | Should -Be 'KR', 'JPN', 'SGN'
    }

    It 'come back from a job and go on: <Command>' -ForEach @(
        @{ Command = 'Get-NcpServerInstance'; Given = @{} }
        @{ Command = 'Stop-NcpServerInstance'; Given = @{} }
        @{ Command = 'Restart-NcpServerInstance'; Given = @{} }
        @{ Command = 'Invoke-NcpServerInterrupt'; Given = @{ Force = $true } }
        @{ Command = 'Wait-NcpServerInstance'; Given = @{ Status = 'running' } }
    ) {
        if (-not $script:fromJob) {
            $path = Get-ModulePath
            $job = Start-Job { Import-Module $using:path; Get-NcpServerInstance 2000001 -RegionCode JPN; 98 | Get-NcpServerInstance }
            $script:fromJob = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems.TargetObject | Should -Be '98'
            $problems.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        }

        $out = $script:fromJob | & $Command @Given

        $out.ServerInstanceNo | Should -Be '2000001'
        $out.RegionCode | Should -Be 'JPN'
    }
}
