Describe 'Progress' {
    It 'leaves no bar in a redirected run, nor in a transcript' {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 4 }
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $script = "Import-Module '$(Get-ModulePath)'; `$null = Start-Transcript '$transcript'; " +
            '1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1; $null = Stop-Transcript'

        $shown = (Invoke-ChildPowerShell $script -Progress Continue).Text, (Get-Content $transcript -Raw)

        $shown | Should -Match '1000001 +web-0001 +stopped'
        $shown | Should -Not -Match 'Stopping server|shutting down'
    }
}
