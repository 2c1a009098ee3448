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

    It 'can be suppressed for a session in which nobody can answer: <_>' -ForEach '-Force', '-Confirm:$false' {
        $child = Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; (1000001 | Invoke-NcpServerInterrupt $_).ServerInstanceNo"

        $child.Text.Trim() | Should -Be '1000001'
        (Get-SimulatorRequest -Action interruptServerInstance).numbers | Should -Be '1000001'
    }
}
