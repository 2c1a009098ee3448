Describe 'A stop whose answer is lost' {
    BeforeEach {
        Reset-Simulator
        # On a connection that is kept, the network stack itself repeats a GET; so there has to be one.
        $null = 1000100 | Stop-NcpServerInstance
        Clear-SimulatorRequest
    }

    It 'is looked up and not sent again where the work was done: <Name>' -ForEach @(
        @{ Name = 'the connection was reset'; Fault = @{ cut = 'AfterWork'; close = 'Abort' } }
        @{ Name = 'the connection was closed'; Fault = @{ cut = 'AfterWork'; close = 'Graceful' } }
        @{ Name = 'the connection was reset in the body'; Fault = @{ cut = 'InBody'; close = 'Abort' } }
        @{ Name = 'the connection was closed in the body'; Fault = @{ cut = 'InBody'; close = 'Graceful' } }
        @{ Name = 'HTTP 500'; Fault = @{ status = 500; body = '{"error":{"errorCode":"900","message":"Unexpected Error"}}'; doWork = $true } }
        @{ Name = 'HTTP 503'; Fault = @{ status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'; doWork = $true } }
        @{ Name = 'HTTP 504 with an empty body'; Fault = @{ status = 504; body = ''; doWork = $true } }
        @{ Name = 'HTTP 502 with a page of the gateway'; Fault = @{ status = 502; body = '<html><body>Bad Gateway</body></html>'; doWork = $true } }
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

    It 'is looked up and sent once more where the work was not done: <Name>' -ForEach @(
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

    It 'is sent again no more often than -MaximumRetryCount says, and then told' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}' }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -MaximumRetryCount 1 }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpServiceUnavailable,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $result.Errors.TargetObject | Should -Be '1000001'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 2
    }
}

Describe 'A restart whose answer is lost' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ rebootSeconds = 600 }
        # The look after the doubt says that somebody else's operation runs, and no later one can be read.
        $script:unreadable = @{
            action = 'getServerInstanceList'; after = 1; status = 503
            body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        }
        $script:other = @(@{ number = '1000001'; operation = 'CHNG' })
    }

    It 'stays in doubt while another operation runs, and is not sent a second time: <Name>' -ForEach @(
        @{ Name = 'the restart was done'; Fault = @{ cut = 'AfterWork' } }
        @{
            Name = 'the restart was done, and the gateway gave up'
            Fault = @{ status = 504; body = '{"error":{"errorCode":"510","message":"Endpoint Timeout"}}'; doWork = $true }
        }
        @{ Name = 'the restart was not done'; Fault = @{ cut = 'BeforeWork' } }
    ) {
        # On a connection that is kept, so that a cut is no refused connection.
        $null = 1000100 | Stop-NcpServerInstance
        Add-SimulatorFault ($Fault + @{ action = 'rebootServerInstances'; times = 1; setServers = $script:other }), $script:unreadable

        $result = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -MaximumRetryCount 1 }

        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.RestartNcpServerInstanceCommand'
        $result.Errors.TargetObject | Should -Be '1000001'
    }

    It 'stays in doubt while it is waited for, and is not sent a second time' {
        Add-SimulatorFault @{
            action = 'rebootServerInstances'; times = 1; cut = 'AfterWork'
            setServers = $script:other
        }, $script:unreadable

        $result = Invoke-Recorded { 1000001 | Restart-NcpServerInstance -Wait -WaitTimeoutSec 6 -PollingIntervalSec 1 -MaximumRetryCount 1 }

        @(Get-SimulatorRequest -Action rebootServerInstances) | Should -HaveCount 1
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.RestartNcpServerInstanceCommand'
    }
}

Describe 'A stop that the service answers with a no that passes' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is repeated after a 429, not before the time that Retry-After asks for, and Verbose says so' {
        # Longer than the pause would be without it.
        Add-SimulatorFault @{
            action = 'stopServerInstances'; times = 1; status = 429; headers = @{ 'Retry-After' = '2' }
            body = '{"error":{"errorCode":"410","message":"Throttle Limited"}}'
        }

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance -Verbose }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000003)
        $requests = Get-SimulatorRequest
        $requests.action | Should -Be 'stopServerInstances', 'stopServerInstances'
        ([DateTimeOffset]$requests[1].received - [DateTimeOffset]$requests[0].completed).TotalMilliseconds | Should -BeGreaterThan 1900
        # Signed anew: the time is part of the signature.
        $requests[1].timestamp | Should -Not -Be $requests[0].timestamp
        $requests.signatureValid | Should -Not -Contain $false
        $result.Verbose -match 'Repeating stopServerInstances in 2\.0 s \(1 of 3\)' | Should -HaveCount 1
    }

    It 'is an error of its own where the 429 does not pass' {
        Add-SimulatorFault @{ status = 429; body = '{"error":{"errorCode":"420","message":"Rate Limited"}}' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 1 }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRateLimited,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'LimitsExceeded', 'LimitsExceeded'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'stopServerInstances'
    }

    It 'is read as a refusal although it comes with HTTP 200: <Name>' -ForEach @(
        @{ Name = 'a responseError'; Body = '{"responseError":{"returnCode":"10712","returnMessage":"Not found product."}}' }
        @{ Name = 'a responseError in XML'; Body = '<?xml version="1.0"?><responseError><returnCode>10712</returnCode><returnMessage>Not found product.</returnMessage></responseError>' }
        @{ Name = 'a return code'; Body = '{"stopServerInstancesResponse":{"requestId":"1","returnCode":"10712","returnMessage":"Not found product.","totalRows":0,"serverInstanceList":[]}}' }
    ) {
        Add-SimulatorFault @{ action = 'stopServerInstances'; status = 200; body = $Body }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        "$($result.Errors)" | Should -Match '10712.*Not found product'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is no answer of the service where a stranger says it: <_>' -ForEach 403, 404 {
        Add-SimulatorFault @{ status = $_; body = '<html><body>Proxy: blocked</body></html>' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpInvalidResponse,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'InvalidResult', 'InvalidResult'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}
