Describe 'Servers that come out of a job' {
    BeforeEach { Reset-Simulator }

    It 'go on: <Command>' -ForEach @(
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

    It 'were stopped there: a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $module = Get-ModulePath
        $job = Start-ThreadJob { Import-Module $using:module; 1000005 | Stop-NcpServerInstance }

        ($job | Receive-Job -Wait -AutoRemoveJob).ServerInstanceNo | Should -Be '1000005'
    }
}
