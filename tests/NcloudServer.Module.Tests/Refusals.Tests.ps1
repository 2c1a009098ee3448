BeforeDiscovery {
    $script:commands = @(
        @{ Name = 'stop'; Script = { 1000001..1000050 | Stop-NcpServerInstance @script:where }; Limit = 8 }
        @{ Name = 'start'; Script = { 1000001..1000050 | Start-NcpServerInstance @script:where }; Limit = 8 }
        @{ Name = 'restart and wait'; Script = { 1000001..1000050 | Restart-NcpServerInstance -Wait @script:where }; Limit = 8 }
        @{ Name = 'get'; Script = { 1000001..1000050 | Get-NcpServerInstance @script:where }; Limit = 8 }
        @{ Name = 'wait'; Script = { 1000001..1000050 | Wait-NcpServerInstance -Status Stopped @script:where }; Limit = 8 }
        # One number a request, and four of them under way before the first answer.
        @{ Name = 'interrupt'; Script = { 1000001..1000050 | Invoke-NcpServerInterrupt -Force @script:where }; Limit = 20 }
    )
    $script:readers = @(
        @{ Name = 'get'; Class = 'GetNcpServerInstanceCommand'; Script = { $script:numbers | Get-NcpServerInstance } }
        @{
            Name = 'wait'; Class = 'WaitNcpServerInstanceCommand'
            Script = { $script:numbers | Wait-NcpServerInstance -Status Running -WaitTimeoutSec 3 -PollingIntervalSec 1 }
        }
    )
}

Describe 'A request that is wrong whatever its numbers (<Name>)' -ForEach $script:commands {
    BeforeEach {
        Reset-Simulator
    }

    It 'is recognised after a few requests, and is the error of each number: <Wrong>' -ForEach @(
        @{ Wrong = 'a region that does not exist'; Code = '1100000' }
        @{ Wrong = 'a region that is refused with a code that nobody knows'; Code = '4711' }
        @{ Wrong = 'a path that does not exist'; Code = '300' }
    ) {
        $script:where = @{ RegionCode = 'XX' }
        if ($Code -eq '300') {
            $script:where = @{ EndpointUrl = "$(Get-SimulatorAddress)/nowhere/vserver/v2" }
        } elseif ($Code -eq '4711') {
            Add-SimulatorFault @{ status = 400; body = '{"responseError":{"returnCode":"4711","returnMessage":"No."}}' }
        }

        $result = Invoke-Recorded $Script

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Sort-Object | Should -Be (1000001..1000050)
        $result.Errors.FullyQualifiedErrorId.ForEach({ $_.Split(',')[0] }) | Select-Object -Unique | Should -Be 'NcpRequestRefused'
        $result.Errors | ForEach-Object { "$_" | Should -Match "code $Code" }
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual $Limit
    }
}

Describe 'A region that does not exist, together with one that does' {
    BeforeEach {
        Reset-Simulator
    }

    It 'fails its own numbers alone' {
        $rows = 1..20 | ForEach-Object {
            [pscustomobject]@{ ServerInstanceNo = "$(1000000 + $_)"; RegionCode = 'KR' }
            [pscustomobject]@{ ServerInstanceNo = "$(2000000 + $_)"; RegionCode = 'XX' }
        }

        $result = Invoke-Recorded { $rows | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be (1000001..1000020)
        $result.Errors.TargetObject | Should -Be (2000001..2000020)
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 9
    }
}

Describe 'A stop that the service refuses' {
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
        @{
            Name = 'a responseError in XML'
            Body = '<?xml version="1.0"?><responseError><returnCode>10712</returnCode>' +
                '<returnMessage>Not found product.</returnMessage></responseError>'
        }
        @{
            Name = 'a return code'
            Body = '{"stopServerInstancesResponse":{"requestId":"1","returnCode":"10712",' +
                '"returnMessage":"Not found product.","totalRows":0,"serverInstanceList":[]}}'
        }
    ) {
        Add-SimulatorFault @{ action = 'stopServerInstances'; status = 200; body = $Body }

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        "$($result.Errors)" | Should -Match '10712.*Not found product'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }

    It 'is an invalid response where the page is not the service''s: <_>' -ForEach 403, 404 {
        Add-SimulatorFault @{ status = $_; body = '<html><body>Proxy: blocked</body></html>' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpInvalidResponse,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'InvalidResult', 'InvalidResult'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}

Describe 'A number that the service refuses to read' {
    BeforeEach {
        Reset-Simulator
        $script:refusal = @{
            action = 'getServerInstanceList'; status = 400
            body = '{"responseError":{"returnCode":"4711","returnMessage":"No."}}'
        }
        $script:numbers = 1000001..1000064
    }

    It 'does not affect the other numbers of its batch: <Name>' -ForEach $script:readers {
        Add-SimulatorFault ($script:refusal + @{ number = '1000040' })

        $result = Invoke-Recorded $Script

        $result.Thrown | Should -BeNullOrEmpty
        # Wait writes each as soon as it is there.
        $result.Output.ServerInstanceNo | Sort-Object | Should -Be ($script:numbers | Where-Object { $_ -ne 1000040 })
        $result.Errors.FullyQualifiedErrorId | Should -Be "NcpRequestRefused,NcloudServer.Commands.$Class"
        $result.Errors.TargetObject | Should -Be '1000040'
        "$($result.Errors)" | Should -Match '4711'
        # All of them, one without numbers, and two halves for each of the six times that 64 can be halved.
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 14
    }

    It 'is found together with another one: <Name>' -ForEach $script:readers {
        Add-SimulatorFault ($script:refusal + @{ number = '1000001' }), ($script:refusal + @{ number = '1000064' })

        $result = Invoke-Recorded $Script

        $result.Output.ServerInstanceNo | Sort-Object | Should -Be (1000002..1000063)
        $result.Errors.TargetObject | Should -Be '1000001', '1000064'
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 26
    }

    It 'does not keep the others from being reported when they arrive' {
        Set-SimulatorTime @{ shutdownSeconds = 0.5 }
        Add-SimulatorFault ($script:refusal + @{ number = '1000003' })

        $result = Invoke-Recorded { 1000001..1000005 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 4 -PollingIntervalSec 1 }

        $result.Output.ServerInstanceNo | Sort-Object | Should -Be '1000001', '1000002', '1000004', '1000005'
        $result.Output.StatusName | Select-Object -Unique | Should -Be 'stopped'
        $result.Errors.TargetObject | Should -Be '1000003'
        # It was accepted; how it ended, nobody can see.
        $result.Errors.FullyQualifiedErrorId.Split(',')[0] | Should -BeIn 'NcpOutcomeUnknown', 'NcpWaitTimeout'
        (Get-SimulatorRequest -Action stopServerInstances).numbersChanged | Should -Be (1000001..1000005)
    }

    It 'does not keep the outcome of the others from being found out' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; cut = 'AfterWork' }, ($script:refusal + @{ number = '1000003' })

        $result = Invoke-Recorded { 1000001..1000005 | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002', '1000004', '1000005'
        $result.Errors.TargetObject | Should -Be '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 1
    }
}
