Describe 'Stop-NcpServerInstance' {
    BeforeEach {
        Reset-Simulator
    }

    It 'stops a pipeline of numbers in as few requests as possible' {
        $result = Invoke-Recorded { 1..250 | ForEach-Object { 1000000 + $_ } | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 250
        $result.Output.ServerInstanceNo | Should -Be (1000001..1000250)
        $requests = @(Get-SimulatorRequest)
        $requests.action | Should -Be (@('stopServerInstances') * 3)
        $requests.signatureValid | Should -Be (@($true) * 3)
        $requests | ForEach-Object { $_.numbers.Count } | Sort-Object | Should -Be 50, 100, 100
        $requests.numbers | Sort-Object | Should -Be (1000001..1000250)
        (Get-SimulatorServer 1000001, 1000250).operation | Should -Be 'SHTDN', 'SHTDN'
    }

    It 'gives the first servers out before the last numbers have come in' {
        $out = New-Object Collections.Generic.List[object]
        $outBeforeLast = $null
        # Numbers that were given before make no request; they only keep the pipeline moving until a server has come out, which a
        # module that waits for the end of its input never lets happen.
        & {
            1000001..1000249
            $deadline = [DateTime]::UtcNow.AddSeconds(30)
            while ($out.Count -eq 0 -and [DateTime]::UtcNow -lt $deadline) {
                1000001
            }

            Set-Variable outBeforeLast $out.Count -Scope 1
            1000250
        } | Stop-NcpServerInstance | ForEach-Object { $out.Add($_) }

        $outBeforeLast | Should -BeGreaterThan 0
        $out.ServerInstanceNo | Should -Be (1000001..1000250)
        @(Get-SimulatorRequest) | Should -HaveCount 3
    }

    It 'keeps the order of the input when a response has another order' {
        Set-SimulatorPolicy @{ replyOrder = 'Reversed' }

        $servers = 1000120..1000001 | Stop-NcpServerInstance

        $servers.ServerInstanceNo | Should -Be (1000120..1000001)
    }

    It 'keeps the order of the input when a later batch is answered first' {
        Add-SimulatorFault @{ number = '1000001'; latencyMs = 500 }

        $servers = 1000001..1000030 | Stop-NcpServerInstance -BatchSize 10

        $servers.ServerInstanceNo | Should -Be (1000001..1000030)
        $requests = Get-SimulatorRequest | Sort-Object { [DateTimeOffset]$_.completed }
        $requests[-1].numbers | Should -Contain '1000001'
    }

    It 'gives a server out that is already stopped, and says so on Verbose' {
        Set-SimulatorPolicy @{ alreadyInState = 'RefuseBatch' }
        Set-SimulatorServer @{ number = '1000002'; status = 'NSTOP' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -Verbose }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceStatusName | Should -Be 'shutting down', 'stopped'
        $result.Verbose | Should -Contain 'Server instance 1000002 is stopped.'
    }

    It 'gives a server out that is already shutting down, and does not stop it a second time' {
        Set-SimulatorPolicy @{ alreadyInState = 'RefuseBatch' }
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $null = 1000001 | Stop-NcpServerInstance
        Clear-SimulatorRequest

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance }

        $result.Errors | Should -BeNullOrEmpty
        $result.Output.ServerInstanceStatusName | Should -Be 'shutting down'
        (Get-SimulatorRequest).action | Should -Be 'stopServerInstances', 'getServerInstanceList'
    }
}
