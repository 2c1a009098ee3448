BeforeDiscovery {
    # Windows finds the user's folder without asking the environment: there, the real file would be written.
    $script:ownHome = [Environment]::GetFolderPath('UserProfile') -eq $env:HOME
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
    }

    BeforeEach {
        Reset-Simulator
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
        (Get-NcpProfile test-2).EndpointUrl.Contains($script:secret) | Should -BeFalse
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
}
