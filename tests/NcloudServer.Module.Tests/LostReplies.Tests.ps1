Describe 'A stop whose response is lost' {
    BeforeEach {
        Reset-Simulator
        # On a connection that is kept, the network stack itself repeats a GET; so there has to be one.
        $null = 1000100 | Stop-NcpServerInstance
        Clear-SimulatorRequest
    }

    It 'is checked by the status, and not sent again where it was carried out: <Name>' -ForEach @(
        @{ Name = 'the connection was reset'; Fault = @{ cut = 'AfterWork'; close = 'Abort' } }
        @{ Name = 'the connection was closed'; Fault = @{ cut = 'AfterWork'; close = 'Graceful' } }
        @{ Name = 'the connection was reset in the body'; Fault = @{ cut = 'InBody'; close = 'Abort' } }
        @{ Name = 'the connection was closed in the body'; Fault = @{ cut = 'InBody'; close = 'Graceful' } }
        @{
            Name = 'HTTP 500'
            Fault = @{ status = 500; body = '{"error":{"errorCode":"900","message":"Unexpected Error"}}'; doWork = $true }
        }
        @{ Name = 'HTTP 503'; Fault = @{ status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'; doWork = $true } }
        @{ Name = 'HTTP 504 with an empty body'; Fault = @{ status = 504; body = ''; doWork = $true } }
        @{
            Name = 'HTTP 502 with a page of the gateway'
            Fault = @{ status = 502; body = '<html><body>Bad Gateway</body></html>'; doWork = $true }
        }
        @{ Name = 'a page with HTTP 200'; Fault = @{ status = 200; body = '<html><body>Sign in</body></html>'; doWork = $true } }
        @{ Name = 'JSON that is cut short'; Fault = @{ truncateTo = 200 } }
        @{ Name = 'an empty body'; Fault = @{ emptyBody = $true } }
    ) {
        Add-SimulatorFault ($Fault + @{ action = 'stopServerInstances' })

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000003)
        $result.Output.ServerInstanceOperation.Code | Should -Be (@('SHTDN') * 3)
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is checked by the status, and sent once more where it was not carried out: <Name>' -ForEach @(
        @{ Name = 'the connection was reset'; Fault = @{ cut = 'BeforeWork'; close = 'Abort' } }
        @{ Name = 'the connection was closed'; Fault = @{ cut = 'BeforeWork'; close = 'Graceful' } }
        @{ Name = 'HTTP 503'; Fault = @{ status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}' } }
        @{ Name = 'a page with HTTP 200'; Fault = @{ status = 200; body = '<html><body>Sign in</body></html>' } }
    ) {
        Add-SimulatorFault ($Fault + @{ action = 'stopServerInstances'; times = 1 })

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000003)
        $requests = Get-SimulatorRequest
        $requests.action | Should -Be 'stopServerInstances', 'getServerInstanceList', 'stopServerInstances'
        $requests.numbersChanged | Should -Be (1000001..1000003)
    }

    It 'is sent again no more often than -MaximumRetryCount says, and then is an error' {
        Add-SimulatorFault @{
            action = 'stopServerInstances'; status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 1 }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpServiceUnavailable,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $result.Errors.TargetObject | Should -Be '1000001'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 2
    }
}

Describe 'A stop that is not answered in time' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is not an error where -TimeoutSec was over but the stop was carried out' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'BeforeHeaders'; doWork = $true }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is not an error where -TimeoutSec was over in the body of the response' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'InBody' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is a time-out where the stop was not carried out and no repeat is left' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; hang = 'BeforeHeaders' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -TimeoutSec 1 -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestTimeout,*'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match '-TimeoutSec'
    }

    It 'has an unknown outcome where the status can''t be read either' {
        Add-SimulatorFault @{ cut = 'AfterWork' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }
}
