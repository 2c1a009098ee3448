Describe '-WhatIf' {
    BeforeEach {
        Reset-Simulator
    }

    It 'sends nothing, emits nothing and needs no credentials: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { 1000001, 1000002 | Stop-NcpServerInstance -WhatIf } }
        @{ Name = 'interrupt'; Script = { 1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf } }
        @{ Name = 'interrupt with -Force'; Script = { 1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf -Force } }
        @{ Name = 'interrupt with -Confirm:$false'; Script = { 1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf -Confirm:$false } }
        @{ Name = 'stop with $WhatIfPreference'; Script = { Set-Variable WhatIfPreference $true; 1000001, 1000002 | Stop-NcpServerInstance } }
        @{ Name = 'interrupt with $WhatIfPreference'; Script = { Set-Variable WhatIfPreference $true; 1000001, 1000002 | Invoke-NcpServerInterrupt } }
        @{ Name = 'interrupt with $WhatIfPreference and -Force'; Script = { Set-Variable WhatIfPreference $true; 1000001, 1000002 | Invoke-NcpServerInterrupt -Force } }
        @{ Name = 'stop with an endpoint that would be refused'; Script = { 1000001 | Stop-NcpServerInstance -WhatIf -EndpointUrl http://ncloud.invalid } }
    ) {
        $result = Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } { Invoke-Recorded $Script }

        $result.All | Should -BeNullOrEmpty
        $result.Thrown | Should -BeNullOrEmpty
        # The log holds requests to the metadata address too.
        Get-SimulatorRequest | Should -BeNullOrEmpty
        Get-SimulatorHighestInFlight | Should -Be 0
    }

    It 'is overruled by -WhatIf:$false: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { Set-Variable WhatIfPreference $true; 1000001 | Stop-NcpServerInstance -WhatIf:$false } }
        @{ Name = 'interrupt'; Script = { Set-Variable WhatIfPreference $true; 1000001 | Invoke-NcpServerInterrupt -WhatIf:$false -Force } }
    ) {
        (Invoke-Recorded $Script).Output.ServerInstanceNo | Should -Be '1000001'
    }

    It 'still tells what is no number' {
        $result = Invoke-Recorded { 1000001, 'abc', 1000002 | Stop-NcpServerInstance -WhatIf }

        $result.Errors.TargetObject | Should -Be 'abc'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'names every server, its region and what would be done to it: <Name>' -ForEach @(
        @{ Name = 'stop'; Command = '1000001, 1000002 | Stop-NcpServerInstance -WhatIf -RegionCode KR'; Deed = 'Stop server instance' }
        @{ Name = 'interrupt'; Command = '1000001, 1000002 | Invoke-NcpServerInterrupt -WhatIf -RegionCode KR'; Deed = 'Interrupt server instance' }
    ) {
        $session = New-ModuleSession
        try {
            $null = $session.Shell.AddScript($Command).Invoke()
            foreach ($number in 1000001, 1000002) {
                $session.Person.Text | Should -Match "What if: .*$Deed.*$number in region KR"
            }

            $session.Person.Questions | Should -BeNullOrEmpty
        } finally {
            Close-ModuleSession $session
        }
    }
}
