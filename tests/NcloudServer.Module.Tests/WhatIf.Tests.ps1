Describe '-WhatIf' {
    BeforeEach {
        Reset-Simulator
        # What would be done is told to the person at the console, so there has to be one.
        $script:session = New-ModuleSession
    }

    AfterEach {
        Close-ModuleSession $script:session
    }

    It 'sends nothing, emits nothing and needs no credentials: <_>' -ForEach @(
        '1000001, 1000002 | Stop-NcpServerInstance -WhatIf'
        '1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf'
        '1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf -Force'
        '1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf -Confirm:$false'
        '$WhatIfPreference = $true; 1000001, 1000002 | Stop-NcpServerInstance'
        '$WhatIfPreference = $true; 1000001, 1000002 | Invoke-NcpServerInterrupt'
        '$WhatIfPreference = $true; 1000001, 1000002 | Invoke-NcpServerInterrupt -Force'
        '1000001, 1000002 | Stop-NcpServerInstance -WhatIf -EndpointUrl http://ncloud.invalid'
    ) {
        $shell = $script:session.Shell
        $output = Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } {
            $shell.AddScript($_).Invoke()
        }

        $output | Should -BeNullOrEmpty
        $shell.Streams.Error | Should -BeNullOrEmpty
        $script:session.Person.Questions | Should -BeNullOrEmpty
        $script:session.Person.Text -split '\r?\n' -match 'What if: .*"100000[12]"' | Should -HaveCount 2
        # The log holds requests to the metadata address too.
        Get-SimulatorRequest | Should -BeNullOrEmpty
        Get-SimulatorHighestInFlight | Should -Be 0
    }

    It 'names the server, its region and what would be done: <Command>' -ForEach @(
        @{ Command = 'Stop-NcpServerInstance'; Action = 'Stop server instance' }
        @{
            Command = 'Invoke-NcpServerInterrupt'
            Action = 'Interrupt server instance \(its operating system crashes and writes a memory dump\)'
        }
    ) {
        $null = $script:session.Shell.AddScript("1000001 | $Command -WhatIf -RegionCode KR").Invoke()

        $script:session.Person.Text | Should -Match "`"$Action`".*`"1000001 in region KR`""
    }

    It 'is overruled by -WhatIf:$false: <_>' -ForEach @(
        '$WhatIfPreference = $true; 1000001 | Stop-NcpServerInstance -WhatIf:$false'
        '$WhatIfPreference = $true; 1000001 | Invoke-NcpServerInterrupt -WhatIf:$false -Force'
    ) {
        $script:session.Shell.AddScript($_).Invoke().ServerInstanceNo | Should -Be '1000001'

        (Get-SimulatorRequest).numbers | Should -Be '1000001'
    }

    It 'still reports what is not a number' {
        $null = $script:session.Shell.AddScript("1000001, 'abc', 1000002 | Stop-NcpServerInstance -WhatIf").Invoke()

        $script:session.Shell.Streams.Error.TargetObject | Should -Be 'abc'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'sends nothing for a start or a restart either' {
        $run = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -WhatIf; 1000001 | Start-NcpServerInstance -WhatIf }
        $run.Output | Should -BeNullOrEmpty
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}
