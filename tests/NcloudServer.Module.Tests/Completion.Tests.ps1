Describe 'Completion' {
    It 'offers nothing in a fresh process without credentials, and no file of the folder either' {
        Set-Content (Join-Path $TestDrive 'a-file.txt') 'x'
        $lines = 'Stop-NcpServerInstance -ServerInstanceNo ', 'Get-NcpServerInstance -VpcNo ', 'Get-NcpServerInstance -IpAddress '
        $script = "Import-Module '$(Get-ModulePath)'; Set-Location '$TestDrive'; " + (($lines | ForEach-Object {
                    "'matches: [' + (TabExpansion2 '$_' $($_.Length)).CompletionMatches.CompletionText + ']'"
                }) -join '; ')

        [regex]::Matches((Invoke-ChildPowerShell $script).Text, 'matches: \[ \]') | Should -HaveCount 3
    }
}
