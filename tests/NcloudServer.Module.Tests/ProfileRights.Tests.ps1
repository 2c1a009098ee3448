BeforeDiscovery {
    $script:hasModes = [IO.Path]::DirectorySeparatorChar -eq '/'
}

Describe 'The rights to the file of profiles' -Skip:(-not (Test-TemporaryHome)) {
    BeforeAll {
        $script:path = Get-ConfigurePath
        $script:folder = Split-Path $script:path
        $script:given = ConvertTo-Credential 'SIMULATORROLEKEY0001' 'SimulatorRoleSecret000000000000000000001'
        $script:hasModes = [IO.Path]::DirectorySeparatorChar -eq '/'

        function Grant-Everyone {
            if ($script:hasModes) {
                chmod 644 $script:path
            } else {
                $rights = Get-Acl $script:path
                $everyone = New-Object Security.Principal.SecurityIdentifier 'S-1-1-0'
                $rights.AddAccessRule((New-Object Security.AccessControl.FileSystemAccessRule $everyone, 'Read', 'Allow'))
                Set-Acl $script:path $rights
            }
        }

        function Assert-OwnerAlone {
            if ($script:hasModes) {
                (Get-Item $script:folder -Force).UnixMode | Should -Be 'drwx------'
                (Get-Item $script:path).UnixMode | Should -Be '-rw-------'
            } else {
                # The system can read everything anyway.
                $allowed = (Get-Acl $script:path).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]) |
                    Where-Object { "$($_.IdentityReference)" -ne 'S-1-5-18' }
                "$($allowed.IdentityReference)" | Should -Be "$([Security.Principal.WindowsIdentity]::GetCurrent().User)"
            }
        }
    }

    AfterEach {
        Remove-ConfigureFile
    }

    It 'are the owner''s alone after a write' {
        Set-NcpProfile prod $script:given

        Assert-OwnerAlone
    }

    It 'cause one warning where others can read it, and are corrected by the next write' {
        Set-NcpProfile prod $script:given
        Grant-Everyone

        # A process of its own: this one may have warned already.
        $child = Invoke-ChildPowerShell @"
            Import-Module '$(Get-ModulePath)'
            `$null = Get-NcpProfile
            `$null = Get-NcpProfile
            `$password = (New-Object Net.NetworkCredential '', 'secret').SecurePassword
            Set-NcpProfile new (New-Object Management.Automation.PSCredential 'KEY', `$password)
            Remove-NcpProfile prod
"@

        [regex]::Matches($child.Text, 'Other users can read').Count | Should -Be 1
        Assert-OwnerAlone
    }

    It 'cause no warning where they are the owner''s alone' {
        Set-NcpProfile prod $script:given

        (Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; (Get-NcpProfile).ProfileName").Text.Trim() |
            Should -BeExactly 'prod'
    }

    It 'do not replace a link: the file that it leads to is changed' -Skip:(-not $script:hasModes) {
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
