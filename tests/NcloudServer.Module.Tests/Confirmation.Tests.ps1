Describe 'The confirmation prompt' {
    BeforeEach {
        Reset-Simulator
    }

    It '<Name>' -ForEach @(
        @{
            Name = 'is not asked by stop of its own accord'
            Command = '1000001, 1000002 | Stop-NcpServerInstance'; Answer = 'No'; Asked = 0; Done = '1000001', '1000002'
        }
        @{
            Name = 'is asked by stop for every number with -Confirm'
            Command = '1000001, 1000002, 1000003 | Stop-NcpServerInstance -Confirm'
            Answer = 'Yes', 'No', 'Yes'; Asked = 3; Done = '1000001', '1000003'
        }
        @{
            Name = 'is asked by stop when the preference is Medium'
            Command = '$ConfirmPreference = "Medium"; 1000001 | Stop-NcpServerInstance'; Answer = 'No'; Asked = 1; Done = @()
        }
        @{
            Name = 'is asked once when it is answered for all'
            Command = '1000001, 1000002, 1000003 | Stop-NcpServerInstance -Confirm'
            Answer = 'Yes to All'; Asked = 1; Done = '1000001', '1000002', '1000003'
        }
        @{
            Name = 'is asked once when all is declined'
            Command = '1000001, 1000002, 1000003 | Stop-NcpServerInstance -Confirm'
            Answer = 'Yes', 'No to All'; Asked = 2; Done = '1000001'
        }
        @{
            Name = 'is asked by interrupt for every number'
            Command = '1000001, 1000002, 1000003 | Invoke-NcpServerInterrupt'
            Answer = 'Yes', 'No', 'Yes'; Asked = 3; Done = '1000001', '1000003'
        }
        @{
            Name = 'is not asked twice for a number that is given twice'
            Command = '1000001, 1000001 | Invoke-NcpServerInterrupt'; Answer = 'Yes'; Asked = 1; Done = '1000001'
        }
        @{
            Name = 'is not asked by interrupt with -Force'
            Command = '1000001, 1000002 | Invoke-NcpServerInterrupt -Force'; Answer = 'No'; Asked = 0; Done = '1000001', '1000002'
        }
        @{
            Name = 'is not asked by interrupt with -Confirm:$false'
            Command = '1000001, 1000002 | Invoke-NcpServerInterrupt -Confirm:$false'; Answer = 'No'; Asked = 0; Done = '1000001', '1000002'
        }
        @{
            Name = 'is not asked by interrupt when the preference is None'
            Command = '$ConfirmPreference = "None"; 1000001 | Invoke-NcpServerInterrupt'; Answer = 'No'; Asked = 0; Done = '1000001'
        }
        @{
            Name = 'is asked by interrupt with -Force:$false'
            Command = '1000001 | Invoke-NcpServerInterrupt -Force:$false'; Answer = 'No'; Asked = 1; Done = @()
        }
        @{
            Name = 'is asked by interrupt with -Force when -Confirm wants it'
            Command = '1000001, 1000002 | Invoke-NcpServerInterrupt -Force -Confirm'; Answer = 'Yes', 'No'; Asked = 2; Done = '1000001'
        }
    ) {
        $session = New-ModuleSession -Answer $Answer
        try {
            $servers = @($session.Shell.AddScript($Command).Invoke())
            $session.Shell.Streams.Error | Should -BeNullOrEmpty
            $session.Person.Questions | Should -HaveCount $Asked
            $servers.ServerInstanceNo | Should -Be $Done
            (Get-SimulatorRequest).numbers | Sort-Object | Should -Be $Done
        } finally {
            Close-ModuleSession $session
        }
    }

    It 'names the server and says what an interrupt does' {
        $session = New-ModuleSession -Answer 'No'
        try {
            $null = $session.Shell.AddScript('1000001 | Invoke-NcpServerInterrupt -RegionCode KR').Invoke()
            $session.Person.Questions[0] | Should -Match '1000001 in region KR'
            $session.Person.Questions[0] | Should -Match 'crash.*memory dump'
        } finally {
            Close-ModuleSession $session
        }
    }

    It 'does not look for credentials when all is declined' {
        $session = New-ModuleSession -Answer 'No'
        try {
            Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } {
                $null = $session.Shell.AddScript('1000001, 1000002 | Invoke-NcpServerInterrupt').Invoke()
            }

            $session.Shell.Streams.Error | Should -BeNullOrEmpty
            Get-SimulatorRequest | Should -BeNullOrEmpty
        } finally {
            Close-ModuleSession $session
        }
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
