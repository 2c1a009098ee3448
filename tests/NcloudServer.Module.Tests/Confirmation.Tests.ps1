Describe 'The confirmation prompt' {
    BeforeEach {
        Reset-Simulator
    }

    It 'ends a session in which nobody can answer, and nothing is sent' {
        $child = Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; 1000001 | Invoke-NcpServerInterrupt"

        $child.ExitCode | Should -Not -Be 0
        $child.Text | Should -Match 'NonInteractive'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'can be suppressed for a session in which nobody can answer' {
        $child = Invoke-ChildPowerShell @"
            Import-Module '$(Get-ModulePath)'
            (1000001 | Invoke-NcpServerInterrupt -Force).ServerInstanceNo
            (1000002 | Invoke-NcpServerInterrupt -Confirm:`$false).ServerInstanceNo
"@

        $child.Text.Trim() -split '\s+' | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest -Action interruptServerInstance).numbers | Should -Be '1000001', '1000002'
    }
}
