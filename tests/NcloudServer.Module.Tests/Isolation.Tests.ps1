BeforeDiscovery {
    # What one bad number does to its batch is not documented, so every answer to that is tried.
    $script:combinations = foreach ($unknown in 'RefuseBatch', 'LeaveOut') {
        foreach ($already in 'Accept', 'RefuseBatch', 'LeaveOut') {
            foreach ($busy in 'RefuseBatch', 'LeaveOut') {
                @{ Unknown = $unknown; Already = $already; Busy = $busy }
            }
        }
    }

    # Busy servers take seconds of waiting: they are there in as few combinations as have every policy in them.
    $script:withBusyServers = @(
        @{ Unknown = 'RefuseBatch'; Already = 'RefuseBatch'; Busy = 'RefuseBatch' }
        @{ Unknown = 'LeaveOut'; Already = 'LeaveOut'; Busy = 'LeaveOut' }
        @{ Unknown = 'LeaveOut'; Already = 'Accept'; Busy = 'RefuseBatch' }
    )
}

Describe 'A batch of 100 numbers, some of which the service refuses' {
    BeforeAll {
        $script:unknown = '1999991', '1999992', '1999993'
        $script:stopped = '1000010', '1000030', '1000050', '1000070', '1000090'
        $script:busy = '1000020', '1000060'
        # The first, one in the middle and the last are the unknown ones.
        $script:numbers = @('1999991') + (1000001..1000048 | ForEach-Object { "$_" }) + '1999992' +
            (1000049..1000097 | ForEach-Object { "$_" }) + '1999993'
    }

    BeforeEach {
        Reset-Simulator
        # Long enough for no server to have arrived when it is looked at.
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        Set-SimulatorServer ($script:stopped | ForEach-Object { @{ number = $_; status = 'NSTOP' } })
    }

    It 'has one outcome a number, in order (unknown: <Unknown>, stopped: <Already>, busy: <Busy>)' -ForEach $script:combinations {
        Set-SimulatorPolicy @{ unknownNumbers = $Unknown; alreadyInState = $Already; busyServer = $Busy }

        $result = Invoke-Recorded { $script:numbers | Stop-NcpServerInstance }

        $result.Thrown | Should -BeNullOrEmpty
        $order = $result.All |
            ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be $script:numbers
        $result.Errors.TargetObject | Should -Be $script:unknown
        $result.Errors.FullyQualifiedErrorId |
            Should -Be (@('NcpServerInstanceNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand') * 3)
        $result.Output | Should -HaveCount 97
        $result.Output | Where-Object { $_.ServerInstanceNo -in $script:stopped } | ForEach-Object { $_.ServerInstanceStatus.Code } |
            Should -Be (@('NSTOP') * 5)
        $rest = $result.Output | Where-Object { $_.ServerInstanceNo -notin $script:stopped }
        $rest.ServerInstanceStatusName | Select-Object -Unique | Should -Be 'shutting down'
        # Every server was told to stop once, and no more requests were made than to ask, to look and to ask again.
        $requests = Get-SimulatorRequest
        $requests.numbersChanged | Sort-Object | Should -Be $rest.ServerInstanceNo
        @($requests).Count | Should -BeLessOrEqual 3
    }

    It 'waits for busy servers (unknown: <Unknown>, stopped: <Already>, busy: <Busy>)' -ForEach $script:withBusyServers {
        Set-SimulatorPolicy @{ unknownNumbers = $Unknown; alreadyInState = $Already; busyServer = $Busy }
        Set-SimulatorServer ($script:busy | ForEach-Object { @{ number = $_; operation = 'CHNG'; busySeconds = 3 } })

        $result = Invoke-Recorded { $script:numbers | Stop-NcpServerInstance -Verbose }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be $script:unknown
        $result.Output.ServerInstanceNo | Should -Be ($script:numbers | Where-Object { $_ -notin $script:unknown })
        $requests = Get-SimulatorRequest
        $requests.numbersChanged | Sort-Object | Should -Be (1000001..1000097 | Where-Object { $_ -notin $script:stopped })
        # Nobody waits for the busy ones but they themselves.
        $last = $requests | Where-Object { $_.numbersChanged }
        $last[-1].numbersChanged | Sort-Object | Should -Be $script:busy
        $result.Verbose -match 'Another operation is under way on 2 server instances' | Should -Not -BeNullOrEmpty
    }
}

Describe 'A number that a batch leaves open' {
    BeforeEach {
        Reset-Simulator
    }

    It 'is found among 64 where the service refuses without a reason that could be read' {
        # The state of this server tells nothing, so that halving alone can find it.
        Add-SimulatorFault @{
            action = 'stopServerInstances'; number = '1000040'; status = 400
            body = '{"responseError":{"returnCode":"4711","returnMessage":"No."}}'
        }

        $result = Invoke-Recorded { 1000001..1000064 | Stop-NcpServerInstance }

        $result.Output.ServerInstanceNo | Should -Be (1000001..1000064 | Where-Object { $_ -ne 1000040 })
        $result.Errors.TargetObject | Should -Be '1000040'
        # One look, and two halves for each of the six times that 64 can be halved.
        @(Get-SimulatorRequest).Count | Should -BeLessOrEqual 14
        (Get-SimulatorRequest).numbersChanged | Sort-Object | Should -Be $result.Output.ServerInstanceNo
    }

    It 'is looked up where a reply leaves it out, and not sent again where it was carried out' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; omitNumbers = @('1000002') }

        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000003)
        $requests = Get-SimulatorRequest
        $requests.action | Should -Be 'stopServerInstances', 'getServerInstanceList'
        $requests[1].numbers | Should -Be '1000002'
    }

    It 'is sent once more where a reply leaves it out and the server still runs' {
        $nobody = '{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}'
        Add-SimulatorFault @{ action = 'stopServerInstances'; times = 1; status = 200; body = $nobody }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList', 'stopServerInstances'
    }

    It 'is an error where every reply leaves it out' {
        $nobody = '{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}'
        Add-SimulatorFault @{ action = 'stopServerInstances'; status = 200; body = $nobody }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 2
    }

    It 'is not mixed up with servers in the reply that nobody asked for' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; extraNumbers = @('1000009'); duplicateNumbers = @('1000001') }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }
}
