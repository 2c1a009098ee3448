Describe 'The error for one server' {
    BeforeEach {
        Reset-Simulator
    }

    It 'names its cause: <Name>' -ForEach @(
        @{
            Name = 'there is no such server'; Number = '1999999'; Id = 'NcpServerInstanceNotFound'; Category = 'ObjectNotFound'; Says = 'no such server'
        }
        @{
            Name = 'the server has failed'; Number = '1000050'; Server = @{ status = 'FSTOP' }
            Id = 'NcpServerInstanceStateInvalid'; Category = 'InvalidOperation'; Says = 'repairing'
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

    It 'has the class of the interrupt in its id when that was the cmdlet' {
        $result = Invoke-Recorded { 1999999 | Invoke-NcpServerInterrupt -Force }

        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpServerInstanceNotFound,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
    }

    It 'quotes the service where it refuses for a reason of its own' {
        Add-SimulatorFault @{
            action = 'stopServerInstances'; number = '1000002'; status = 400; body = '{"responseError":{"returnCode":"10712","returnMessage":"Not found product."}}'
        }

        $result = Invoke-Recorded { 1000001, 1000002, 1000003 | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        $result.Errors.TargetObject | Should -Be '1000002'
        "$($result.Errors)" | Should -Match '10712.*Not found product'
        $result.Errors[0].Exception.Code | Should -Be '10712'
    }

    It 'tells that the quota is used up' {
        Add-SimulatorFault @{ status = 429; body = '{"error":{"errorCode":"400","message":"Quota Exceeded"}}' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpQuotaExceeded,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'QuotaExceeded', 'QuotaExceeded'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}

Describe 'The error for a service that does not answer' {
    BeforeEach {
        Reset-Simulator
    }

    It 'tells that nobody listens there, for every number' {
        # A port that was free a moment ago.
        $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -EndpointUrl "http://127.0.0.1:$port" -MaximumRetryCount 0 }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpConnectionFailed,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        "$($result.Errors[0])" | Should -Match "127\.0\.0\.1:$port"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'endpoint'
    }

    It 'is no error where -TimeoutSec struck but the work was done' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'BeforeHeaders'; doWork = $true }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is no error where -TimeoutSec struck in the body of the reply' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'InBody' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is the time-out where the work was not done and there is no try left' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'BeforeHeaders' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestTimeout,*'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-TimeoutSec'
    }

    It 'owns up to not knowing where the state can''t be read either' {
        Add-SimulatorFault @{ cut = 'AfterWork' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }
}
