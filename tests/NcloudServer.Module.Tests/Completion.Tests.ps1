Describe 'Completion' {
    It 'offers nothing in a fresh process without credentials, and no file of the folder either' -ForEach @(
        'Stop-NcpServerInstance -ServerInstanceNo ', 'Get-NcpServerInstance -VpcNo ', 'Get-NcpServerInstance -IpAddress '
    ) {
        Set-Content (Join-Path $TestDrive 'a-file.txt') 'x'
        $script = "Import-Module '$(Get-ModulePath)'; Set-Location '$TestDrive'; " +
            "'matches: [' + (TabExpansion2 '$_' $($_.Length)).CompletionMatches.CompletionText + ']'"
        (Invoke-ChildPowerShell $script).Text | Should -Match 'matches: \[ \]'
    }
}
