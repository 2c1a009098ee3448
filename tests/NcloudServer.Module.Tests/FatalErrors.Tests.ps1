Describe 'A failure after which nothing can succeed' {
    BeforeEach {
        Reset-Simulator
    }

    It 'ends the command at once for a wrong secret key' {
        $credential = ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID 'not-the-secret'

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -Credential $credential }

        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpAuthenticationFailed,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $result.Thrown.ErrorDetails.RecommendedAction | Should -Match 'secret key'
        "$($result.Thrown)" | Should -Not -Match 'clock is'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'names the clock when it is off by minutes: <Seconds> s' -ForEach @(
        @{ Seconds = 1200; Says = '20 minutes behind' }
        @{ Seconds = -1200; Says = '20 minutes ahead' }
    ) {
        Set-SimulatorTime @{ clockOffsetSeconds = $Seconds }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        "$($result.Thrown)" | Should -Match $Says
    }

    It 'ends the command when the account has no permission: <Name>' -ForEach @(
        @{ Name = 'stop'; Script = { 1000001, 1000002 | Stop-NcpServerInstance }; Class = 'StopNcpServerInstanceCommand' }
        @{ Name = 'interrupt'; Script = { 1000001, 1000002 | Invoke-NcpServerInterrupt -Force -ThrottleLimit 1 }; Class = 'InvokeNcpServerInterruptCommand' }
    ) {
        Add-SimulatorFault @{ status = 401; body = '{"error":{"errorCode":"210","message":"Permission Denied"}}' }

        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -Be "NcpPermissionDenied,NcloudServer.Commands.$Class"
        $result.Thrown.CategoryInfo.Category | Should -Be 'PermissionDenied'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'comes in the middle: what was answered has come out, and nothing more is sent' {
        Add-SimulatorFault @{ after = 2; status = 401; body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}' }

        $result = Invoke-Recorded { 1000001..1000060 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 1 }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        $requests = @(Get-SimulatorRequest)
        $result.Output.ServerInstanceNo | Should -Be @($requests[0, 1].numbers | Sort-Object)
        $requests.status | Should -Be 200, 200, 401
    }

    It 'comes in the middle: every other number has its error first, in the order of the input (<Name>)' -ForEach @(
        @{ Name = 'numbers in a pipeline'; Least = 30; Script = { 1000001..1000060 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 1 } }
        @{ Name = 'numbers in a parameter'; Least = 60; Script = { Stop-NcpServerInstance (1000001..1000060) -BatchSize 10 -ThrottleLimit 1 } }
    ) {
        Add-SimulatorFault @{ after = 2; status = 401; body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}' }

        $result = Invoke-Recorded $Script

        $result.Output | Should -HaveCount 20
        $result.Errors.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'NcpAuthenticationFailed,*'
        # What the pipeline had not read yet never went in; a parameter goes in as a whole.
        $order = $result.All | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be (1000001..(1000000 + $order.Count))
        $order.Count | Should -BeGreaterOrEqual $Least
    }

    It 'can be caught, and -ErrorAction SilentlyContinue does not hide it' {
        $credential = ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID 'not-the-secret'

        { 1000001 | Stop-NcpServerInstance -Credential $credential -ErrorAction SilentlyContinue } |
            Should -Throw -ExceptionType ([NcloudServer.NcpServiceException])
    }
}

Describe 'An endpoint that is not secure' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is refused before anything is sent: <_>' -ForEach @(
        'http://ncloud.invalid'
        'HTTP://ncloud.invalid:443/'
        'http://127.0.0.1.ncloud.invalid'
        'ftp://127.0.0.1'
        'file:///etc/hosts'
        'ncloud.invalid'
        'https://user:password-in-the-address@ncloud.invalid'
        'https://ncloud.invalid/?a=b'
    ) {
        $endpoint = $_
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -EndpointUrl $endpoint }

        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpInsecureEndpoint,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Thrown.CategoryInfo.Category | Should -Be 'SecurityError'
        $result.Thrown.Exception.ToString() | Should -Not -Match 'password-in-the-address'
        $result.Thrown.ErrorDetails.RecommendedAction | Should -Match 'https://ncloud\.apigw\.ntruss\.com'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'is refused when it comes from NCLOUD_API_GW' {
        $result = Invoke-WithEnvironment @{ NCLOUD_API_GW = 'http://ncloud.invalid' } { Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force } }

        $result.Thrown.FullyQualifiedErrorId | Should -Be 'NcpInsecureEndpoint,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        "$($result.Thrown)" | Should -Match 'NCLOUD_API_GW'
    }
}
