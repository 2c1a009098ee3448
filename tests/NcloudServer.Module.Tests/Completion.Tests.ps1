Describe 'Completion' {
    It 'does nothing in a fresh process without credentials' {
        $script = "Import-Module '$(Get-ModulePath)'; " +
            "'matches: ' + (TabExpansion2 'Stop-NcpServerInstance -ServerInstanceNo ' 41).CompletionMatches.Count"
        (Invoke-ChildPowerShell $script).Text | Should -Match 'matches: 0'
    }
}
