BeforeDiscovery {
    # Windows finds the user's folder without asking the environment: there, the real file would be written.
    $script:ownHome = [Environment]::GetFolderPath('UserProfile') -eq $env:HOME
    $script:hasModes = $script:ownHome -and [IO.Path]::DirectorySeparatorChar -eq '/'
}

Describe 'The cmdlets for profiles' -Skip:(-not $script:ownHome) {
    BeforeAll {
        $script:id = 'SIMULATORROLEKEY0001'
        $script:secret = 'SimulatorRoleSecret000000000000000000001'
        $script:folder = Join-Path $env:HOME '.ncloud'
        $script:path = Join-Path $script:folder configure
        $script:given = ConvertTo-Credential $script:id $script:secret

        function Write-Configure {
            param([string] $Text)

            $null = New-Item -ItemType Directory -Force $script:folder
            [IO.File]::WriteAllText($script:path, $Text)
            if ([IO.Path]::DirectorySeparatorChar -eq '/') {
                chmod 600 $script:path
            }
        }

        function Read-Configure {
            return [IO.File]::ReadAllText($script:path)
        }

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
        Remove-Item $script:folder -Recurse -Force -ErrorAction Ignore
    }

    It 'write a profile that every other cmdlet takes' {
        Set-NcpProfile prod $script:given -EndpointUrl (Get-SimulatorAddress)

        $server = Invoke-WithEnvironment @{ NCLOUD_API_GW = 'http://127.0.0.1:9' } { 1000001 | Stop-NcpServerInstance -ProfileName prod }

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).accessKey | Should -Be $script:id
        (Get-SimulatorRequest).signatureValid | Should -BeTrue
    }

    It 'write nothing to the pipeline, unless -PassThru is given' {
        Set-NcpProfile prod $script:given | Should -BeNullOrEmpty

        $written = Set-NcpProfile prod $script:given -EndpointUrl https://gateway.example/ -PassThru

        $written | Should -BeOfType NcloudServer.Profile
        $written.ProfileName | Should -Be 'prod'
        $written.AccessKey | Should -BeExactly '****************0001'
        $written.EndpointUrl | Should -Be 'https://gateway.example'
        $written.IsComplete | Should -BeTrue
        $written.Path | Should -Be $script:path
    }

    It 'change the profile alone' {
        Write-Configure "# by hand`r`n[old]`r`nncloud_access_key_id=OLD`r`noutput = json`r`n; end"

        Set-NcpProfile old $script:given
        Set-NcpProfile new $script:given
        Remove-NcpProfile new

        Read-Configure | Should -BeExactly "# by hand`r`n[old]`r`nncloud_access_key_id=$($script:id)`r`noutput = json`r`nncloud_secret_access_key = $($script:secret)`r`n; end`r`n`r`n"
    }

    It 'find profiles by name and by wildcards, each once and in the order of the file' {
        Write-Configure "ncloud_access_key_id=A`n[test-1]`n[prod]`n[test-2]`nncloud_api_url=https://user:$($script:secret)@gateway.example`n"

        (Get-NcpProfile).ProfileName | Should -Be 'DEFAULT', 'test-1', 'prod', 'test-2'
        (Get-NcpProfile TEST-*, prod, test-2).ProfileName | Should -Be 'test-1', 'prod', 'test-2'
        Get-NcpProfile nobody* | Should -BeNullOrEmpty
        (Get-NcpProfile).IsComplete | Should -Not -Contain $true
        Assert-Secrecy (Invoke-Recorded { Get-NcpProfile })
    }

    It 'have nothing to find where there is no file, and make none' {
        Get-NcpProfile | Should -BeNullOrEmpty

        $script:folder | Should -Not -Exist
    }

    It 'take profiles from the pipeline' {
        Write-Configure "[test-1]`na=1`n[prod]`na=2`n[test-2]`na=3`n"

        Get-NcpProfile test-* | Remove-NcpProfile

        Read-Configure | Should -BeExactly "[prod]`na=2`n"
    }

    It 'report each profile that is not there, and go on: <Name>' -ForEach @(
        @{ Name = 'Get'; Script = { Get-NcpProfile nobody, prod }; Command = 'GetNcpProfileCommand'; Left = "[prod]`na=1`n" }
        @{ Name = 'Remove'; Script = { Remove-NcpProfile nobody, prod }; Command = 'RemoveNcpProfileCommand'; Left = '' }
        @{ Name = 'Remove, which takes no wildcards'; Script = { 'nobod*', 'prod' | Remove-NcpProfile }; Command = 'RemoveNcpProfileCommand'; Left = '' }
    ) {
        Write-Configure "[prod]`na=1`n"

        $result = Invoke-Recorded $Script

        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be "NcpProfileNotFound,NcloudServer.Commands.$Command"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $result.Errors[0].TargetObject | Should -BeLike 'nobod*'
        Read-Configure | Should -BeExactly $Left
    }

    It 'refuse what can''t stand in the file, and write nothing: <Name>' -ForEach @(
        @{ Name = 'a line break in the secret key'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile new (ConvertTo-Credential $script:id "$($script:secret)`n[other]") } }
        @{ Name = 'a line break in the access key'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile new (ConvertTo-Credential "$($script:id)`r`nx" $script:secret) } }
        @{ Name = 'no secret key'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile new (New-Object Management.Automation.PSCredential $script:id, (New-Object Security.SecureString)) } }
        @{ Name = 'a ] in the name'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile 'a]b' $script:given } }
        @{ Name = 'a line break in the name'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile "a`nb" $script:given } }
        @{ Name = 'a name of spaces'; Id = 'NcpCredentialIncomplete'; Script = { Set-NcpProfile ' ' $script:given } }
        @{ Name = 'an empty name'; Id = 'ParameterArgumentValidationErrorEmptyStringNotAllowed'; Script = { Set-NcpProfile '' $script:given } }
        @{ Name = 'an endpoint without TLS'; Id = 'NcpInsecureEndpoint'; Script = { Set-NcpProfile new $script:given -EndpointUrl http://gateway.example } }
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
        Write-Configure $broken

        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpCredentialIncomplete,*'
        "$($result.Thrown)" | Should -Match 'line 2'
        Read-Configure | Should -BeExactly $broken
        Assert-Secrecy $result
    }

    It 'show no secret in any stream: <Name>' -ForEach @(
        @{ Name = 'Set'; Script = { Set-NcpProfile prod $script:given -Verbose -PassThru } }
        @{ Name = 'Get'; Script = { Get-NcpProfile -Verbose } }
        @{ Name = 'Remove'; Script = { Remove-NcpProfile prod -Verbose } }
    ) {
        Write-Configure "[prod]`nncloud_access_key_id=$($script:id)`nncloud_secret_access_key=$($script:secret)`n"

        $result = Invoke-Recorded {
            Set-Variable DebugPreference Continue
            & $Script
        }

        $result.Thrown | Should -BeNullOrEmpty
        $result.All.Count | Should -BeGreaterThan 0
        Assert-Secrecy $result
    }

    It 'do nothing with -WhatIf, and say what they would do: <_>' -ForEach 'Set-NcpProfile new $given -WhatIf -PassThru', 'Remove-NcpProfile prod -WhatIf' {
        Write-Configure "[prod]`na=1`n"
        $session = New-ModuleSession
        try {
            $session.Shell.Runspace.SessionStateProxy.SetVariable('given', $script:given)

            $session.Shell.AddScript($_).Invoke() | Should -BeNullOrEmpty

            $session.Shell.Streams.Error | Should -BeNullOrEmpty
            $session.Person.Text | Should -Match 'What if: .*"(Write|Remove) profile".*"(new|prod) in .*configure"'
            $session.Person.Text.Contains($script:secret) -or $session.Person.Text.Contains($script:id) | Should -BeFalse
        } finally {
            Close-ModuleSession $session
        }

        Read-Configure | Should -BeExactly "[prod]`na=1`n"
        Get-ChildItem $script:folder -Force | Should -HaveCount 1
    }

    It 'complete the profiles of the file: <_>' -ForEach 'Set-NcpProfile', 'Get-NcpProfile', 'Remove-NcpProfile' {
        Write-Configure "[prod]`n[test-1]`n"

        (TabExpansion2 "$_ -ProfileName te").CompletionMatches.CompletionText | Should -Be 'test-1'
    }

    It 'are a table that says where the profiles stand' {
        Write-Configure "[prod]`nncloud_access_key_id=$($script:id)`nncloud_secret_access_key=s`nncloud_api_url=https://gateway.example`n"

        $text = Get-NcpProfile | Out-String -Width 120

        $text | Should -Match ([regex]::Escape("File: $($script:path)"))
        $text | Should -Match '(?m)^prod +\*{16}0001 +True +https://gateway\.example'
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
        Write-Configure "# by hand`n[prod]`na=1`n"
        $engine = (Get-Process -Id $PID).Path
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
        Read-Configure | Should -Match '^# by hand\n\[prod\]\na=1\n'
        (Get-ChildItem $script:folder -Force).Name | Sort-Object | Should -Be 'configure', 'configure.lock'
    }

    Context 'and the rights to the file' -Skip:(-not $script:hasModes) {
        It 'leave it with rights for the owner alone' {
            Set-NcpProfile prod $script:given

            (Get-Item $script:folder -Force).UnixMode | Should -Be 'drwx------'
            (Get-Item $script:path).UnixMode | Should -Be '-rw-------'
        }

        It 'warn once that others can read it, and end that with the next write' {
            Write-Configure "[prod]`na=1`n"
            chmod 644 $script:path

            # A process of its own: this one may have warned already.
            $child = Invoke-ChildPowerShell @"
                Import-Module '$(Get-ModulePath)'
                `$null = Get-NcpProfile
                `$null = Get-NcpProfile
                Set-NcpProfile new (New-Object Management.Automation.PSCredential 'KEY', (New-Object Net.NetworkCredential '', 'secret').SecurePassword)
                Remove-NcpProfile prod
"@

            [regex]::Matches($child.Text, 'can be read by others').Count | Should -Be 1
            (Get-Item $script:path).UnixMode | Should -Be '-rw-------'
        }

        It 'say nothing where it is the owner''s alone' {
            Set-NcpProfile prod $script:given

            (Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; (Get-NcpProfile).ProfileName").Text.Trim() | Should -BeExactly 'prod'
        }

        It 'keep a link, and change what it leads to' {
            $target = Join-Path $env:HOME 'dotfiles-configure'
            try {
                $null = New-Item -ItemType Directory $script:folder
                [IO.File]::WriteAllText($target, "# by hand`n")
                chmod 600 $target
                $null = New-Item -ItemType SymbolicLink $script:path -Target $target

                Set-NcpProfile prod $script:given

                (Get-Item $script:path).LinkType | Should -Be 'SymbolicLink'
                [IO.File]::ReadAllText($target) | Should -Match '^# by hand\n\n\[prod\]\n'
            } finally {
                Remove-Item $target, "$target.lock" -ErrorAction Ignore
            }
        }
    }
}
