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
}

Describe 'A request that is wrong whatever its numbers (<Name>)' -ForEach $script:commands {
    BeforeEach {
        Reset-Simulator
    }

    It 'is found out with a handful of requests, and is the error of each number: <Wrong>' -ForEach @(
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

Describe 'A region that does not exist, beside one that does' {
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
