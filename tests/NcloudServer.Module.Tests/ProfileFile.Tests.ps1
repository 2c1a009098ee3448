Describe 'The file of profiles' -Skip:(-not (Test-TemporaryHome)) {
    BeforeAll {
        $script:id = 'SIMULATORROLEKEY0001'
        $script:secret = 'SimulatorRoleSecret000000000000000000001'
        $script:key = "ncloud_access_key_id = $script:id`nncloud_secret_access_key = $script:secret`n"
        $script:nothing = @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null }
        # Nobody listens on the discard port; a request that takes this endpoint never comes to the simulator.
        $script:nowhere = 'http://127.0.0.1:9'
    }

    BeforeEach {
        Reset-Simulator
        Write-ConfigureFile @"
# written by hand
[DEFAULT]
ncloud_access_key_id = WRONGKEYOFDEFAULT
ncloud_secret_access_key = wrong

[project]
ncloud_access_key_id = $script:id
ncloud_secret_access_key=$script:secret

"@
    }

    AfterEach {
        Remove-ConfigureFile
    }

    It 'gives the key of the profile that <Name> names' -ForEach @(
        @{ Name = '-ProfileName'; Variable = @{}; Script = { 1000001 | Stop-NcpServerInstance -ProfileName project } }
        @{ Name = 'NCLOUD_PROFILE'; Variable = @{ NCLOUD_PROFILE = 'project' }; Script = { 1000001 | Stop-NcpServerInstance } }
        @{
            Name = '-ProfileName, before NCLOUD_PROFILE,'; Variable = @{ NCLOUD_PROFILE = 'DEFAULT' }
            Script = { 1000001 | Stop-NcpServerInstance -ProfileName project }
        }
        @{
            Name = '-ProfileName of the interrupt'; Variable = @{}
            Script = { 1000001 | Invoke-NcpServerInterrupt -Force -ProfileName project }
        }
    ) {
        $server = Invoke-WithEnvironment ($script:nothing + $Variable) $Script

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).accessKey | Should -Be $script:id
        (Get-SimulatorRequest).signatureValid | Should -BeTrue
    }

    It 'gives the key of the default profile where no profile is named: <Name>' -ForEach @(
        @{ Name = 'the section DEFAULT'; Head = '[DEFAULT]' }
        @{ Name = 'no section at all'; Head = '; a file of the SDKs'' examples' }
    ) {
        Write-ConfigureFile "$Head`n$script:key"

        (Invoke-WithEnvironment $script:nothing { 1000001 | Stop-NcpServerInstance }).ServerInstanceNo | Should -Be '1000001'

        (Get-SimulatorRequest).accessKey | Should -Be $script:id
    }

    It 'comes after the environment, unless a parameter names a profile' {
        $null = 1000001 | Stop-NcpServerInstance
        $null = 1000002 | Stop-NcpServerInstance -ProfileName project

        (Get-SimulatorRequest).accessKey | Should -Be $env:NCLOUD_ACCESS_KEY_ID, $script:id
    }

    It 'comes before the server''s role' {
        Set-SimulatorRole @{ mode = 'On' }

        $result = Invoke-WithEnvironment $script:nothing { Invoke-Recorded { 1000001 | Stop-NcpServerInstance } }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        (Get-SimulatorRequest).accessKey | Should -Be 'WRONGKEYOFDEFAULT'
    }

    It 'gives the endpoint of the profile that is named, before NCLOUD_API_GW' {
        Add-Content (Get-ConfigurePath) "ncloud_api_url = $(Get-SimulatorAddress)"

        $server = Invoke-WithEnvironment @{ NCLOUD_API_GW = $script:nowhere } { 1000001 | Stop-NcpServerInstance -ProfileName project }

        $server.ServerInstanceNo | Should -Be '1000001'
    }

    It 'is searched for an unknown profile, and the error lists those it has' {
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -ProfileName nobody }

        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpProfileNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($result.Thrown)" | Should -Match "'nobody'.*'DEFAULT', 'project'"
        $result.Thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is an error where it can''t be read, which names the line and not what it says' {
        Write-ConfigureFile "[DEFAULT]`n$($script:secret.Replace('=', '')) and no sign of equality`n"

        $result = Invoke-WithEnvironment $script:nothing { Invoke-Recorded { 1000001 | Stop-NcpServerInstance } }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpCredentialIncomplete,*'
        "$($result.Thrown)" | Should -Match 'line 2'
        "$($result.Thrown)" | Should -Not -Match $script:secret
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}
