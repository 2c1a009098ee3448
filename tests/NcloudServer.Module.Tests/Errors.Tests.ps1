Describe 'The error for one server' {
    BeforeEach {
        Reset-Simulator
    }

    It 'names its cause: <Name>' -ForEach @(
        @{
            Name = 'there is no such server'; Number = '1999999'
            Id = 'NcpServerInstanceNotFound'; Category = 'ObjectNotFound'; Says = 'no such server'
        }
        @{
            Name = 'the server is being created'; Number = '1000050'; Server = @{ status = 'CREAT' }
            Id = 'NcpServerInstanceBusy'; Category = 'ResourceBusy'; Says = 'creating'
        }
        @{
            Name = 'the server is being terminated'; Number = '1000050'; Server = @{ operation = 'TERMT' }
            Id = 'NcpServerInstanceStateInvalid'; Category = 'InvalidOperation'; Says = 'terminating'
        }
        @{
            Name = 'another operation does not end'; Number = '1000050'; Server = @{ operation = 'CHNG' }
            Id = 'NcpServerInstanceBusy'; Category = 'ResourceBusy'; Says = 'CHNG'
        }
    ) {
        if ($Server) {
            Set-SimulatorServer ($Server + @{ number = $Number })
        }

        $result = Invoke-Recorded { 1000001, $Number, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $result.Errors | Should -HaveCount 1
        $problem = $result.Errors[0]
        $problem.FullyQualifiedErrorId | Should -Be "$Id,NcloudServer.Commands.StopNcpServerInstanceCommand"
        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -BeExactly $Number
        "$problem" | Should -Match "^$Number.*$Says"
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $problem.Exception.ServerInstanceNo | Should -Be $Number
    }

    It 'is the refusal of the service where the status is in no table of the actions: <Status>' -ForEach @(
        @{ Status = 'FSTOP' }
        @{ Status = 'LATER' }
    ) {
        Set-SimulatorServer @{ number = '1000050'; status = $Status }

        $result = Invoke-Recorded { 1000001, 1000050, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpRequestRefused,NcloudServer.Commands.StopNcpServerInstanceCommand'
        "$($result.Errors)" | Should -Match '^1000050.*1100005'
    }

    It 'has the class of the interrupt in its id when that was the cmdlet' {
        $result = Invoke-Recorded { 1999999 | Invoke-NcpServerInterrupt -Force }

        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
    }

    It 'quotes the service where it refuses for a reason of its own' {
        Add-SimulatorFault @{
            action = 'stopServerInstances'; number = '1000002'; status = 400
            body = '{"responseError":{"returnCode":"10712","returnMessage":"Not found product."}}'
        }

        $result = Invoke-Recorded { 1000001, 1000002, 1000003 | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        $result.Errors.TargetObject | Should -Be '1000002'
        "$($result.Errors)" | Should -Match '10712.*Not found product'
        $result.Errors[0].Exception.Code | Should -Be '10712'
    }

    It 'says that the quota is used up' {
        Add-SimulatorFault @{ status = 429; body = '{"error":{"errorCode":"400","message":"Quota Exceeded"}}' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpQuotaExceeded,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'QuotaExceeded', 'QuotaExceeded'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}

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
        @{
            Name = 'interrupt'; Class = 'InvokeNcpServerInterruptCommand'
            Script = { 1000001, 1000002 | Invoke-NcpServerInterrupt -Force -ThrottleLimit 1 }
        }
    ) {
        Add-SimulatorFault @{ status = 401; body = '{"error":{"errorCode":"210","message":"Permission Denied"}}' }

        $result = Invoke-Recorded $Script

        $result.Thrown.FullyQualifiedErrorId | Should -Be "NcpPermissionDenied,NcloudServer.Commands.$Class"
        $result.Thrown.CategoryInfo.Category | Should -Be 'PermissionDenied'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'keeps the servers that came before it, and sends nothing more' {
        Add-SimulatorFault @{ after = 2; status = 401; body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}' }

        $result = Invoke-Recorded { 1000001..1000060 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 1 }

        $result.Thrown.FullyQualifiedErrorId | Should -BeLike 'NcpAuthenticationFailed,*'
        $requests = @(Get-SimulatorRequest)
        $result.Output.ServerInstanceNo | Should -Be @($requests[0, 1].numbers | Sort-Object)
        $requests.status | Should -Be 200, 200, 401
    }

    It 'gives every other number its error first, in the order of the input (<Name>)' -ForEach @(
        @{
            Name = 'numbers in a pipeline'; Least = 30
            Script = { 1000001..1000060 | Stop-NcpServerInstance -BatchSize 10 -ThrottleLimit 1 }
        }
        @{
            Name = 'numbers in a parameter'; Least = 60
            Script = { Stop-NcpServerInstance (1000001..1000060) -BatchSize 10 -ThrottleLimit 1 }
        }
    ) {
        Add-SimulatorFault @{ after = 2; status = 401; body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}' }

        $result = Invoke-Recorded $Script

        $result.Output | Should -HaveCount 20
        $result.Errors.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'NcpAuthenticationFailed,*'
        # What the pipeline had not read yet never went in; a parameter goes in as a whole.
        $order = $result.All |
            ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be (1000001..(1000000 + $order.Count))
        $order.Count | Should -BeGreaterOrEqual $Least
    }

    It 'can be caught, and -ErrorAction SilentlyContinue does not hide it' {
        $credential = ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID 'not-the-secret'

        { 1000001 | Stop-NcpServerInstance -Credential $credential -ErrorAction SilentlyContinue } |
            Should -Throw -ExceptionType ([NcloudServer.NcpServiceException])
    }
}
