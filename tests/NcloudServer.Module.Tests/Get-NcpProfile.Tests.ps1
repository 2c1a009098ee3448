Describe 'Get-NcpProfile' -Skip:(-not (Test-TemporaryHome)) {
    AfterEach {
        Remove-ConfigureFile
    }

    It 'finds profiles by name and by wildcards, each once and in the order of the file' {
        Write-ConfigureFile "ncloud_access_key_id=A`n[test-1]`n[prod]`n[test-2]`nncloud_api_url=https://user:hidden-word@gateway.example`n"

        (Get-NcpProfile).ProfileName | Should -Be 'DEFAULT', 'test-1', 'prod', 'test-2'
        (Get-NcpProfile TEST-*, prod, test-2).ProfileName | Should -Be 'test-1', 'prod', 'test-2'
        Get-NcpProfile nobody* | Should -BeNullOrEmpty
        (Get-NcpProfile).IsComplete | Should -Not -Contain $true
        (Get-NcpProfile test-2).EndpointUrl.Contains('hidden-word') | Should -BeFalse
    }

    It 'finds nothing where there is no file, and makes none' {
        Get-NcpProfile | Should -BeNullOrEmpty

        Split-Path (Get-ConfigurePath) | Should -Not -Exist
    }

    It 'reports a profile that does not exist, and continues with the next' {
        Write-ConfigureFile "[prod]`na=1`n"

        $result = Invoke-Recorded { Get-NcpProfile nobody, prod }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Output.ProfileName | Should -Be 'prod'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpProfileNotFound,NcloudServer.Commands.GetNcpProfileCommand'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $result.Errors[0].TargetObject | Should -Be 'nobody'
        Read-ConfigureFile | Should -BeExactly "[prod]`na=1`n"
    }

    It 'shows a table, and the file that the profiles are in' {
        Write-ConfigureFile @'
[prod]
ncloud_access_key_id=SIMULATORROLEKEY0001
ncloud_secret_access_key=s
ncloud_api_url=https://gateway.example
ncloud_region=KR
'@

        $text = Get-NcpProfile | Out-String -Width 120

        $text | Should -Match ([regex]::Escape("File: $(Get-ConfigurePath)"))
        $text | Should -Match '(?m)^prod +\*{16}0001 +True +KR +https://gateway\.example'
    }
}
