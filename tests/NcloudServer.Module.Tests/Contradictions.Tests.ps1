BeforeDiscovery {
    # Two servers are there, and asked about.
    $script:contradictions = @(
        @{ Name = 'it counts two servers and has one'; Fault = @{ omitNumbers = @('1000002'); totalRowsOffset = 1 } }
        @{ Name = 'it counts one server more than it has'; Fault = @{ totalRowsOffset = 1 } }
        @{ Name = 'an object in the place of the list'; Fault = @{ listShape = 'BareServer' } }
        @{ Name = 'no list'; Fault = @{ listShape = 'Missing' } }
        @{ Name = 'an empty envelope'; Fault = @{ listShape = 'EmptyEnvelope' } }
    )
}

Describe 'A server list that contradicts itself (<Name>)' -ForEach $script:contradictions {
    BeforeEach {
        Reset-Simulator
    }

    It 'does not turn an existing server into a missing one' {
        Add-SimulatorFault ($Fault + @{ action = 'getServerInstanceList' })

        $result = Invoke-Recorded { 1000001, 1000002 | Get-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpInvalidResponse,NcloudServer.Commands.GetNcpServerInstanceCommand') * 2)
        $result.Errors.CategoryInfo.Category | Should -Be 'InvalidResult', 'InvalidResult'
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
    }

    It 'is requested again, like any response that can''t be read' {
        Add-SimulatorFault ($Fault + @{ action = 'getServerInstanceList'; times = 1 })

        $result = Invoke-Recorded { 1000001, 1000002 | Get-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
    }

    It 'does not turn a server that shuts down into a stopped one' {
        Set-SimulatorTime @{ shutdownSeconds = 2.5 }
        Add-SimulatorFault ($Fault + @{ action = 'getServerInstanceList'; times = 1 })

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Sort-Object | Should -Be '1000001', '1000002'
        $result.Output.StatusName | Should -Be 'stopped', 'stopped'
    }

    It 'does not end a wait' {
        Set-SimulatorServer (1000001, 1000002 | ForEach-Object { @{ number = "$_"; operation = 'SHTDN'; busySeconds = 2.5 } })
        Add-SimulatorFault ($Fault + @{ action = 'getServerInstanceList'; times = 1 })

        $result = Invoke-Recorded { 1000001, 1000002 | Wait-NcpServerInstance -Status Stopped -PollingIntervalSec 1 }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.StatusName | Should -Be 'stopped', 'stopped'
    }

    It 'settles no unknown outcome' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; cut = 'AfterWork' }, ($Fault + @{ action = 'getServerInstanceList' })

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpOutcomeUnknown,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 1
    }

    It 'in the response to a stop leads to a status request, and not to another stop' {
        Add-SimulatorFault ($Fault + @{ action = 'stopServerInstances' })

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        @(Get-SimulatorRequest -Action stopServerInstances) | Should -HaveCount 1
    }
}

Describe 'A list of a hundred servers that the service cuts off after thirty' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorPolicy @{ maximumRowsWithoutPage = 30 }
    }

    It 'does not turn existing servers into missing ones' {
        $result = Invoke-Recorded { 1000001..1000100 | Get-NcpServerInstance -MaximumRetryCount 0 }

        @($result.Output.ServerInstanceNo) + $result.Errors.TargetObject | Where-Object { $_ } | Sort-Object | Should -Be (1000001..1000100)
        $result.Errors.FullyQualifiedErrorId | Where-Object { $_ -notlike 'NcpInvalidResponse,*' } | Should -BeNullOrEmpty
    }

    It 'does not turn servers that shut down into stopped ones' {
        Set-SimulatorTime @{ shutdownSeconds = 600 }

        $result = Invoke-Recorded {
            1000001..1000100 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 2 -PollingIntervalSec 1 -MaximumRetryCount 0
        }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Sort-Object | Should -Be (1000001..1000100)
    }
}

Describe 'A list that contradicts itself' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorRegion @{ code = 'KR'; servers = 3 }
    }

    It 'is an invalid response, not fewer servers: <Name>' -ForEach @(
        @{ Name = 'it announces one server more than it has'; Fault = @{ totalRowsOffset = 1 } }
        @{ Name = 'it leaves out one that it counts'; Fault = @{ omitNumbers = @('1000002'); totalRowsOffset = 1 } }
        @{ Name = 'an object in the place of the list'; Fault = @{ listShape = 'BareServer' } }
        @{ Name = 'no list'; Fault = @{ listShape = 'Missing' } }
        @{ Name = 'an empty envelope'; Fault = @{ listShape = 'EmptyEnvelope' } }
    ) {
        Add-SimulatorFault ($Fault + @{ action = 'getServerInstanceList' })

        $result = Invoke-Recorded { Get-NcpServerInstance -MaximumRetryCount 0 }

        $result.Output | Should -BeNullOrEmpty
        @($result.Errors) + $result.Thrown | Where-Object { $_ } | ForEach-Object FullyQualifiedErrorId |
            Should -Be 'NcpInvalidResponse,NcloudServer.Commands.GetNcpServerInstanceCommand'
    }

    It 'that counts none and has none is a list without servers' {
        Set-SimulatorRegion @{ code = 'KR'; servers = 0 }
        Remove-SimulatorServer 1234567
        Remove-SimulatorServer 2345678

        (Invoke-Recorded { Get-NcpServerInstance }).All | Should -BeNullOrEmpty
    }
}
