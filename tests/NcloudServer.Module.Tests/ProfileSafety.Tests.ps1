Describe 'The cmdlets for profiles' -Skip:(-not (Test-TemporaryHome)) {
    BeforeAll {
        $script:id = 'SIMULATORROLEKEY0001'
        $script:secret = 'SimulatorRoleSecret000000000000000000001'
        $script:path = Get-ConfigurePath
        $script:folder = Split-Path $script:path
        $script:given = ConvertTo-Credential $script:id $script:secret

        function Assert-Secrecy {
            param($Result)

            $records = @($Result.All) + @($Result.Thrown) + @($Error) | Where-Object { $_ }
            $text = ($records | ForEach-Object {
                    $_ | Format-List * -Force | Out-String -Width 4096
                    if ($_ -is [Management.Automation.ErrorRecord]) {
                        $_.Exception.ToString()
                        $_.Exception | Format-List * -Force | Out-String -Width 4096
                    }
                }) -join "`n"
            # No Should -Match: its message would show the secret itself.
            foreach ($hidden in $script:id, $script:secret) {
                $text.Contains($hidden) | Should -BeFalse
            }
        }
    }

    BeforeEach {
        Reset-Simulator
        $Error.Clear()
    }

    AfterEach {
        Remove-ConfigureFile
    }

    It 'refuse what can''t stand in the file, and write nothing: <Name>' -ForEach @(
        @{
            Name = 'a line break in the secret key'; Id = 'NcpCredentialIncomplete'
            Script = { Set-NcpProfile new (ConvertTo-Credential $script:id "$($script:secret)`n[other]") }
        }
        @{
            Name = 'a line break in the access key'; Id = 'NcpCredentialIncomplete'
            Script = { Set-NcpProfile new (ConvertTo-Credential "$($script:id)`r`nx" $script:secret) }
        }
        @{
            Name = 'no secret key'; Id = 'NcpCredentialIncomplete'
            Script = { Set-NcpProfile new (New-Object Management.Automation.PSCredential $script:id, (New-Object Security.SecureString)) }
        }
        @{ Name = 'a ] in the name'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile 'a]b' $script:given } }
        @{ Name = 'a line break in the name'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile "a`nb" $script:given } }
        @{ Name = 'a name of spaces'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile ' ' $script:given } }
        @{
            Name = 'an empty name'; Id = 'ParameterArgumentValidationErrorEmptyStringNotAllowed'
            Script = { Set-NcpProfile '' $script:given }
        }
        @{
            Name = 'an endpoint without TLS'; Id = 'NcpInsecureEndpoint'
            Script = { Set-NcpProfile new $script:given -EndpointUrl http://gateway.example }
        }
        @{ Name = 'a refusal under -WhatIf'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile 'a]b' $script:given -WhatIf } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -Be "$Id,NcloudServer.Commands.SetNcpProfileCommand"
        $script:folder | Should -Not -Exist
        Assert-Secrecy $result
    }

    It 'leave a file alone that can''t be understood: <Name>' -ForEach @(
        @{ Name = 'Set'; Script = { Set-NcpProfile prod $script:given } }
        @{ Name = 'Get'; Script = { Get-NcpProfile } }
        @{ Name = 'Remove'; Script = { Remove-NcpProfile prod } }
    ) {
        $broken = "[prod]`n$($script:secret)`n"
        Write-ConfigureFile $broken

        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpCredentialIncomplete,*'
        "$($result.Thrown)" | Should -Match 'line 2'
        Read-ConfigureFile | Should -BeExactly $broken
        Assert-Secrecy $result
    }

    It 'show no secret in any stream: <Name>' -ForEach @(
        @{ Name = 'Set'; Script = { Set-NcpProfile prod $script:given -Verbose -PassThru } }
        @{ Name = 'Get'; Script = { Get-NcpProfile -Verbose } }
        @{ Name = 'Remove'; Script = { Remove-NcpProfile prod -Verbose } }
    ) {
        Write-ConfigureFile "[prod]`nncloud_access_key_id=$($script:id)`nncloud_secret_access_key=$($script:secret)`n"

        $result = Invoke-Recorded {
            Set-Variable DebugPreference Continue
            & $Script
        }

        $result.Thrown | Should -BeNullOrEmpty
        $result.All.Count | Should -BeGreaterThan 0
        Assert-Secrecy $result
    }

    It 'do nothing with -WhatIf, and say what they would do: <_>' -ForEach @(
        'Set-NcpProfile new $given -WhatIf -PassThru', 'Remove-NcpProfile prod -WhatIf'
    ) {
        Write-ConfigureFile "[prod]`na=1`n"
        $session = New-ModuleSession
        try {
            $session.Shell.Runspace.SessionStateProxy.SetVariable('given', $script:given)

            $session.Shell.AddScript($_).Invoke() | Should -BeNullOrEmpty

            $session.Shell.Streams.Error | Should -BeNullOrEmpty
            $session.Console.Text | Should -Match 'What if: .*"(Write|Remove) profile".*"(new|prod) in .*configure"'
            $session.Console.Text.Contains($script:secret) -or $session.Console.Text.Contains($script:id) | Should -BeFalse
        } finally {
            Close-ModuleSession $session
        }

        Read-ConfigureFile | Should -BeExactly "[prod]`na=1`n"
        Get-ChildItem $script:folder -Force | Should -HaveCount 1
    }

    It 'lose nothing where several processes write at once' {
        $script = @"
            Import-Module '$(Get-ModulePath)' -ErrorAction Stop
            `$ErrorActionPreference = 'Stop'
            foreach (`$number in 1..15) {
                `$password = (New-Object Net.NetworkCredential '', "secret-{0}-`$number").SecurePassword
                Set-NcpProfile "p{0}-`$number" (New-Object Management.Automation.PSCredential "KEY{0}N`$number", `$password)
                Set-NcpProfile "gone-{0}" (New-Object Management.Automation.PSCredential 'KEY', `$password)
                Remove-NcpProfile "gone-{0}"
            }
"@
        Write-ConfigureFile "# by hand`n[prod]`na=1`n"
        $engine = Get-EnginePath
        $writers = 1..4 | ForEach-Object {
            $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script.Replace('{0}', "$_")))
            $start = New-Object Diagnostics.ProcessStartInfo $engine, "-NoProfile -NonInteractive -EncodedCommand $encoded"
            $start.UseShellExecute = $false
            [Diagnostics.Process]::Start($start)
        }

        foreach ($writer in $writers) {
            $writer.WaitForExit(120000) | Should -BeTrue
            $writer.ExitCode | Should -Be 0
        }

        $expected = @('prod') + @(1..4 | ForEach-Object { $process = $_; 1..15 | ForEach-Object { "p$process-$_" } })
        $found = Get-NcpProfile
        $found.ProfileName | Sort-Object | Should -Be ($expected | Sort-Object)
        $found | Where-Object { -not $_.IsComplete } | Should -HaveCount 1
        Read-ConfigureFile | Should -Match '^# by hand\n\[prod\]\na=1\n'
        (Get-ChildItem $script:folder -Force).Name | Sort-Object | Should -Be 'configure', 'configure.lock'
    }
}
