BeforeAll {
    # The simulator accepts the role's key as well, so two keys can be told apart in its log.
    $script:ours = @{ Id = $env:NCLOUD_ACCESS_KEY_ID; Secret = $env:NCLOUD_SECRET_ACCESS_KEY }
    $script:other = @{ Id = 'SIMULATORROLEKEY0001'; Secret = 'SimulatorRoleSecret000000000000000000001' }
    $script:nothing = @{
        NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null; NCLOUD_ACCESS_KEY = $null; NCLOUD_SECRET_KEY = $null
    }

    function Invoke-WithKey {
        param([hashtable] $Variable, [scriptblock] $Script)

        $all = $script:nothing.Clone()
        foreach ($name in $Variable.Keys) {
            $all[$name] = $Variable[$name]
        }

        Invoke-WithEnvironment $all $Script
    }
}

Describe 'The access key' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is that of -Credential, even where the environment has another: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { 1000001 | Stop-NcpServerInstance -Credential $script:given } }
        @{ Name = 'interrupt'; Script = { 1000001 | Invoke-NcpServerInterrupt -Force -Credential $script:given } }
    ) {
        $script:given = ConvertTo-Credential $script:other.Id $script:other.Secret

        (& $Script).ServerInstanceNo | Should -Be '1000001'

        (Get-SimulatorRequest).accessKey | Should -Be $script:other.Id
        (Get-SimulatorRequest).signatureValid | Should -BeTrue
    }

    It 'is taken from the variables <Id> and <Secret>' -ForEach @(
        @{ Id = 'NCLOUD_ACCESS_KEY_ID'; Secret = 'NCLOUD_SECRET_ACCESS_KEY' }
        @{ Id = 'NCLOUD_ACCESS_KEY'; Secret = 'NCLOUD_SECRET_KEY' }
        @{ Id = 'NCLOUD_ACCESS_KEY_ID'; Secret = 'NCLOUD_SECRET_KEY' }
    ) {
        $server = Invoke-WithKey @{ $Id = $script:other.Id; $Secret = $script:other.Secret } { 1000001 | Stop-NcpServerInstance }

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).accessKey | Should -Be $script:other.Id
    }

    It 'is that of the server''s role where no other source has one, and is requested once' {
        Set-SimulatorRole @{ mode = 'On' }

        $servers = Invoke-WithKey @{} { 1000001..1000020 | Stop-NcpServerInstance -BatchSize 10 }

        $servers | Should -HaveCount 20
        $calls = Get-SimulatorRequest -Action stopServerInstances
        $calls.accessKey | Select-Object -Unique | Should -Be $script:other.Id
        $calls.signatureValid | Should -Not -Contain $false
        (Get-SimulatorRequest | Where-Object { $_.isMetadata }).path | Should -Be @(
            '/latest/api/token', '/latest/meta-data/iam/security-credentials/', '/latest/meta-data/iam/security-credentials/simulator-role'
            '/latest/meta-data/regionCode'
        )
    }

    It 'is an error where none is found, which lists every source: <Name>' -ForEach @(
        @{ Name = 'the role is not there'; Mode = 'Off' }
        @{ Name = 'the role is forbidden'; Mode = 'Forbidden' }
    ) {
        Set-SimulatorRole @{ mode = $Mode }

        $result = Invoke-WithKey @{} { Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance } }

        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpCredentialNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$($result.Thrown)" |
            Should -Match 'NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY.*profile DEFAULT of .*configure.*role of this server'
        $result.Thrown.ErrorDetails.RecommendedAction | Should -Match '-Credential'
        Get-SimulatorRequest -Action stopServerInstances | Should -BeNullOrEmpty
    }

    It 'is an error for every number where none is found, and then for the command: <Name>' -ForEach @(
        @{ Name = 'numbers in a parameter'; Class = 'StopNcpServerInstanceCommand'; Command = { Stop-NcpServerInstance 1, 2, 3 } }
        @{ Name = 'numbers in a pipeline'; Class = 'StopNcpServerInstanceCommand'; Command = { 1, 2, 3 | Stop-NcpServerInstance } }
        @{ Name = 'numbers to wait for'; Class = 'RestartNcpServerInstanceCommand'; Command = { Restart-NcpServerInstance 1, 2, 3 -Wait } }
        @{
            Name = 'numbers to interrupt'; Class = 'InvokeNcpServerInterruptCommand'
            Command = { Invoke-NcpServerInterrupt 1, 2, 3 -Force }
        }
        @{ Name = 'numbers to read'; Class = 'GetNcpServerInstanceCommand'; Command = { Get-NcpServerInstance 1, 2, 3 } }
    ) {
        $result = Invoke-WithKey @{} { Invoke-Recorded $Command }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be '1', '2', '3'
        $result.Errors.FullyQualifiedErrorId | Should -Be (@("NcpCredentialNotFound,NcloudServer.Commands.$Class") * 3)
        $result.Errors.CategoryInfo.Category | Should -Be (@('AuthenticationError') * 3)
        $result.Thrown.FullyQualifiedErrorId | Should -Be "NcpCredentialNotFound,NcloudServer.Commands.$Class"
    }

    It 'is an error where half of it is missing, and the missing half is named: <Missing>' -ForEach @(
        @{ Given = 'NCLOUD_ACCESS_KEY_ID'; Missing = 'NCLOUD_SECRET_ACCESS_KEY' }
        @{ Given = 'NCLOUD_SECRET_ACCESS_KEY'; Missing = 'NCLOUD_ACCESS_KEY_ID' }
    ) {
        # Half a pair is a mistake: the role must not take its place.
        Set-SimulatorRole @{ mode = 'On' }

        $result = Invoke-WithKey @{ $Given = 'half-of-a-pair' } { Invoke-Recorded { 1000001 | Stop-NcpServerInstance } }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpCredentialIncomplete,*'
        $result.Thrown.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$($result.Thrown)" | Should -Match "$Missing is missing"
        "$($result.Thrown)" | Should -Not -Match 'half-of-a-pair'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is an error where -Credential has no password' {
        $credential = New-Object Management.Automation.PSCredential 'key', (New-Object Security.SecureString)

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Credential $credential }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpCredentialIncomplete,*'
        "$($result.Thrown)" | Should -Match '-Credential.*secret key.*missing'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }
}
