Describe 'Set-NcpProfile' -Skip:(-not (Test-TemporaryHome)) {
    BeforeAll {
        $script:id = 'SIMULATORROLEKEY0001'
        $script:secret = 'SimulatorRoleSecret000000000000000000001'
        $script:given = ConvertTo-Credential $script:id $script:secret
    }

    BeforeEach {
        Reset-Simulator
    }

    AfterEach {
        Remove-ConfigureFile
    }

    It 'writes a profile that every other cmdlet takes' {
        Set-NcpProfile prod $script:given -EndpointUrl (Get-SimulatorAddress)

        $server = Invoke-WithEnvironment @{ NCLOUD_API_GW = 'http://127.0.0.1:9' } { 1000001 | Stop-NcpServerInstance -ProfileName prod }

        $server.ServerInstanceNo | Should -Be '1000001'
        (Get-SimulatorRequest).accessKey | Should -Be $script:id
        (Get-SimulatorRequest).signatureValid | Should -BeTrue
    }

    It 'writes nothing to the pipeline unless -PassThru is given' {
        Set-NcpProfile prod $script:given | Should -BeNullOrEmpty

        $written = Set-NcpProfile prod $script:given -EndpointUrl https://gateway.example/ -PassThru

        $written | Should -BeOfType NcloudServer.Profile
        $written.ProfileName | Should -Be 'prod'
        $written.AccessKey | Should -BeExactly '****************0001'
        $written.EndpointUrl | Should -Be 'https://gateway.example'
        $written.IsComplete | Should -BeTrue
        $written.Path | Should -Be (Get-ConfigurePath)
    }

    It 'changes the profile alone, and keeps comments, other settings and line breaks' {
        Write-ConfigureFile "# by hand`r`n[old]`r`nncloud_access_key_id=OLD`r`noutput = json`r`n; end"

        Set-NcpProfile old $script:given
        Set-NcpProfile new $script:given
        Remove-NcpProfile new

        Read-ConfigureFile | Should -BeExactly (@(
                '# by hand', '[old]', "ncloud_access_key_id=$script:id", 'output = json'
                "ncloud_secret_access_key = $script:secret", '; end', '', ''
            ) -join "`r`n")
    }
}
