Describe 'Invoke-NcpServerInterrupt' {
    BeforeEach {
        Reset-Simulator
    }

    It 'sends one number a request, under its own name, and gives every server back' {
        $result = Invoke-Recorded { 1000001..1000010 | Invoke-NcpServerInterrupt -Force }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output | ForEach-Object { $_ | Should -BeOfType NcloudServer.ServerInstance }
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000010)
        $requests = @(Get-SimulatorRequest)
        $requests.action | Should -Be (@('interruptServerInstance') * 10)
        $requests | ForEach-Object { @($_.numbers).Count } | Should -Be (@(1) * 10)
        $requests.numbers | Sort-Object | Should -Be (1000001..1000010)
        $requests.rawTarget | ForEach-Object { $_ | Should -Match '[?&]serverInstanceNo=\d+(&|$)' }
        $requests.signatureValid | Should -Not -Contain $false
        (Get-SimulatorServer (1000001..1000010)).interruptCount | Should -Be (@(1) * 10)
    }

    It 'keeps the order of the input when the replies come in another one' {
        # The first number is answered last, and the third after the fourth.
        Add-SimulatorFault @{ number = '1000001'; latencyMs = 700 }, @{ number = '1000003'; latencyMs = 350 }

        $servers = 1000001..1000006 | Invoke-NcpServerInterrupt -Force

        $servers.ServerInstanceNo | Should -Be (1000001..1000006)
        $answered = (Get-SimulatorRequest | Sort-Object { [DateTimeOffset]$_.completed }).numbers
        $answered[-1] | Should -Be '1000001'
    }

    It 'continues after a server that is refused, and puts the error in its place' {
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }

        $result = Invoke-Recorded { 1000001, 1000002, 1999999, 1000003 | Invoke-NcpServerInterrupt -Force }

        $order = $result.All |
            ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo } }
        $order | Should -Be '1000001', '1000002', '1999999', '1000003'
        $result.Errors.FullyQualifiedErrorId | Should -Be @(
            'NcpServerInstanceStateInvalid,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
            'NcpServerInstanceNotFound,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        )
    }

    It 'leaves it to the service which servers can be interrupted, and quotes its answer' {
        Set-SimulatorPolicy @{ interruptRule = 'WindowsOnly' }

        $result = Invoke-Recorded { 1000004, 1000006 | Invoke-NcpServerInterrupt -Force }

        $result.Output.ServerInstanceNo | Should -Be '1000006'
        $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpRequestRefused,*'
        $result.Errors.CategoryInfo.Category | Should -Be 'InvalidOperation'
        "$($result.Errors)" | Should -Match '1100007.*does not support interrupts'
    }

    It 'never interrupts a second time when the outcome is unknown: <Name>' -ForEach @(
        @{ Name = 'the connection was reset'; Fault = @{ cut = 'AfterWork'; close = 'Abort' } }
        @{ Name = 'the connection was closed'; Fault = @{ cut = 'AfterWork'; close = 'Graceful' } }
        @{
            Name = 'the gateway gave up'
            Fault = @{ status = 504; body = '{"error":{"errorCode":"510","message":"Endpoint Timeout"}}'; doWork = $true }
        }
        @{ Name = 'the reply was cut short'; Fault = @{ truncateTo = 100 } }
    ) {
        # On a connection that is kept, the network stack itself repeats what it takes for harmless.
        $null = 1000002 | Invoke-NcpServerInterrupt -Force
        Clear-SimulatorRequest
        Add-SimulatorFault ($Fault + @{ action = 'interruptServerInstance' })

        $result = Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        $result.Errors.TargetObject | Should -Be '1000001'
        @(Get-SimulatorRequest -Action interruptServerInstance) | Should -HaveCount 1
        (Get-SimulatorServer 1000001).interruptCount | Should -Be 1
    }

    It 'takes numbers <How>' -ForEach @(
        @{ How = 'from the pipeline'; Script = { 1000001, '1000002' | Invoke-NcpServerInterrupt -Force } }
        @{ How = 'by position'; Script = { Invoke-NcpServerInterrupt 1000001, 1000002 -Force } }
        @{
            How = 'from rows of a CSV file'
            Script = { 'ServerInstanceNo', '1000001', '1000002' | ConvertFrom-Csv | Invoke-NcpServerInterrupt -Force }
        }
    ) {
        $result = Invoke-Recorded $Script

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000001', '1000002'
        $requests = @(Get-SimulatorRequest -Action interruptServerInstance)
        $requests | Should -HaveCount 2
        $requests.signatureValid | Should -Not -Contain $false
        $requests.numbers | Sort-Object | Should -Be '1000001', '1000002'
    }
}

Describe 'An accepted interrupt whose response does not name the server' {
    BeforeEach {
        Reset-Simulator
    }

    It 'has an unknown outcome, whatever the status of the server: <Name>' -ForEach @(
        @{ Name = 'it runs'; Server = @{} }
        @{ Name = 'it is stopped'; Server = @{ status = 'NSTOP' } }
        @{ Name = 'it is repaired'; Server = @{ status = 'FSTOP' } }
        @{ Name = 'it is being restarted'; Server = @{ operation = 'RESTA' } }
        @{ Name = 'it is being terminated'; Server = @{ operation = 'TERMT' } }
    ) {
        Add-SimulatorFault @{
            action = 'interruptServerInstance'; omitNumbers = @('1000001'); setServers = @($Server + @{ number = '1000001' })
        }

        $result = Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force }

        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpOutcomeUnknown,NcloudServer.Commands.InvokeNcpServerInterruptCommand'
        $result.Errors.TargetObject | Should -Be '1000001'
        @(Get-SimulatorRequest -Action interruptServerInstance) | Should -HaveCount 1
    }
}

Describe 'The warning about Linux on XEN' {
    BeforeAll {
        # Of the simulator's servers, 1000004 is Linux on XEN, 1000005 Linux on KVM, 1000006 Windows on XEN and 1000007 Windows on KVM.
        Reset-Simulator
        $script:servers = 1000004..1000007 | Stop-NcpServerInstance
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'comes for <From>, once, and the service still decides' -ForEach @(
        @{ From = 'piped servers'; Source = { $script:servers } }
        @{
            From = 'servers out of a file of Export-Clixml'
            Source = { $script:servers | Export-Clixml TestDrive:/servers.xml; Import-Clixml TestDrive:/servers.xml }
        }
        @{ From = 'servers out of a CSV file'; Source = { $script:servers | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv } }
        @{ From = 'servers out of JSON'; Source = { ConvertTo-Json $script:servers -Depth 3 | ConvertFrom-Json | ForEach-Object { $_ } } }
    ) {
        $source = & $Source

        $result = Invoke-Recorded { $source | Invoke-NcpServerInterrupt -Force }

        $result.Warning | Should -HaveCount 1
        $result.Warning | Should -Match '1000004.*Linux on XEN'
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be (1000004..1000007)
    }

    It 'comes for every kind of Linux: <_>' -ForEach 'LNX32', 'LNX64', 'UBS64', 'UBD64' {
        $row = [pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = $_; HypervisorType = 'XEN' }

        (Invoke-Recorded { $row | Invoke-NcpServerInterrupt -Force }).Warning | Should -HaveCount 1
    }

    It 'does not come for <Name>' -ForEach @(
        @{ Name = 'numbers alone'; Row = '1000004' }
        @{
            Name = 'Windows on XEN'; Row = [pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = 'WND64'; HypervisorType = 'XEN' }
        }
        @{ Name = 'Linux on KVM'; Row = [pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = 'LNX64'; HypervisorType = 'KVM' } }
        @{
            Name = 'rows that say nothing about it'
            Row = [pscustomobject]@{ ServerInstanceNo = '1000004'; PlatformType = ''; HypervisorType = $null }
        }
    ) {
        $result = Invoke-Recorded { $Row | Invoke-NcpServerInterrupt -Force }

        $result.Warning | Should -BeNullOrEmpty
        $result.Output.ServerInstanceNo | Should -Be '1000004'
    }

    It 'does not come for what is declined' {
        $session = New-ModuleSession -Answer 'No'
        try {
            $null = $session.Shell.AddScript('param($servers) $servers | Invoke-NcpServerInterrupt').AddArgument($script:servers).Invoke()
            $session.Person.Questions | Should -HaveCount 4
            $session.Shell.Streams.Warning | Should -BeNullOrEmpty
        } finally {
            Close-ModuleSession $session
        }
    }
}
