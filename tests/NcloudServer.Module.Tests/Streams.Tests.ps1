Describe 'The streams' {
    BeforeEach {
        Reset-Simulator
    }

    It 'are silent but for the servers when nothing is asked for' {
        $result = Invoke-Recorded { 1000001..1000003 | Stop-NcpServerInstance }

        $result.All | Should -HaveCount 3
        $result.All | ForEach-Object { $_ | Should -BeOfType NcloudServer.ServerInstance }
    }

    It 'name every batch on Verbose, with its size and its region' {
        $result = Invoke-Recorded { 1000001..1000150 | Stop-NcpServerInstance -Verbose -RegionCode KR }

        $result.Verbose | Should -Contain 'Stopping 100 server instances in region KR.'
        $result.Verbose | Should -Contain 'Stopping 50 server instances in region KR.'
        $result.Debug | Should -BeNullOrEmpty
    }

    It 'say on Verbose where the requests go and where the key comes from' {
        $result = Invoke-Recorded { 1000001 | Invoke-NcpServerInterrupt -Force -Verbose }

        $endpoint = [regex]::Escape("$(Get-SimulatorAddress)/vserver/v2")
        $result.Verbose -match "^The endpoint is $endpoint, the access key comes from the environment" | Should -HaveCount 1
        $result.Verbose | Should -Contain 'Interrupting server instance 1000001 in the service''s first region.'
    }

    It 'say on Verbose that something is tried again' {
        Add-SimulatorFault @{ action = 'stopServerInstances'; times = 1; cut = 'AfterWork' }

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -Verbose }

        $result.Verbose -match 'It is not known whether stopServerInstances was carried out; looking up 2 server instances' |
            Should -HaveCount 1
    }

    It 'show the wire on Debug: address, status, size and the trace id of the service' {
        # -Debug asks at every line in some editions; the preference does not.
        $result = Invoke-Recorded {
            Set-Variable DebugPreference Continue
            1000001 | Stop-NcpServerInstance -RegionCode KR
        }

        $request = Get-SimulatorRequest
        $wire = $result.Debug -join "`n"
        $wire | Should -Match ([regex]::Escape("GET $(Get-SimulatorAddress)$($request.rawTarget)"))
        $wire | Should -Match "x-ncp-apigw-timestamp: $($request.timestamp)"
        $wire | Should -Match 'HTTP 200, application/json, \d+ bytes in \d+ ms'
        $wire | Should -Match "x-ncp-trace-id: $($request.traceId)"
    }
}

Describe 'A secret' {
    BeforeAll {
        $script:accessKey = $env:NCLOUD_ACCESS_KEY_ID
        $script:secretKey = $env:NCLOUD_SECRET_ACCESS_KEY

        function Get-Everything {
            # All that can be read out of a record by any of the ways people log it.
            param($Record)

            $Record | Out-String -Width 4096
            $Record | Format-List * -Force | Out-String -Width 4096
            [Management.Automation.PSSerializer]::Serialize($Record, 5)
            if ($Record -is [Management.Automation.ErrorRecord]) {
                $Record.ScriptStackTrace
                for ($exception = $Record.Exception; $exception; $exception = $exception.InnerException) {
                    $exception.ToString()
                    $exception | Format-List * -Force | Out-String -Width 4096
                    $exception.Data | Out-String
                }
            }
        }
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'is in no stream and in no error: <Name>' -ForEach @(
        @{ Name = 'a success'; Script = { 1000001..1000003 | Stop-NcpServerInstance -Verbose } }
        @{ Name = 'an interrupt'; Script = { 1000001 | Invoke-NcpServerInterrupt -Force -Verbose } }
        @{
            Name = 'a key in -Credential'
            Script = { 1000001 | Stop-NcpServerInstance -Verbose -Credential (ConvertTo-Credential $script:accessKey $script:secretKey) }
        }
        @{ Name = 'a server that is not there'; Script = { 1999999 | Stop-NcpServerInstance -Verbose } }
        @{
            Name = 'a key that is refused'; Script = { 1000001 | Stop-NcpServerInstance -Verbose }
            Fault = @{ status = 401; body = '{"error":{"errorCode":"200","message":"Authentication Failed"}}' }
        }
        @{
            Name = 'a cut connection'; Fault = @{ cut = 'AfterWork' }
            Script = { 1000001 | Stop-NcpServerInstance -Verbose -MaximumRetryCount 0 }
        }
        @{
            Name = 'a time-out'; Fault = @{ hang = 'BeforeHeaders' }
            Script = { 1000001 | Invoke-NcpServerInterrupt -Force -Verbose -TimeoutSec 1 }
        }
        @{
            Name = 'a foreign page'; Fault = @{ status = 404; body = '<html></html>' }
            Script = { 1000001 | Stop-NcpServerInstance -Verbose }
        }
        @{
            Name = 'a repeated request'; Fault = @{ times = 1; status = 429; body = '' }
            Script = { 1000001 | Stop-NcpServerInstance -Verbose }
        }
        @{ Name = 'half a key pair'; Variable = @{ NCLOUD_ACCESS_KEY_ID = $null }; Script = { 1000001 | Stop-NcpServerInstance -Verbose } }
        @{
            Name = 'a proxy that is not there'
            Script = { 1000001 | Stop-NcpServerInstance -Verbose -Proxy http://127.0.0.1:9 -MaximumRetryCount 0 }
        }
    ) {
        if ($Fault) {
            Add-SimulatorFault $Fault
        }

        if (-not $Variable) {
            $Variable = @{}
        }

        # A list of errors that other tests have filled would prove nothing.
        $Error.Clear()
        $result = Invoke-WithEnvironment $Variable {
            Invoke-Recorded {
                Set-Variable DebugPreference Continue
                & $Script
            }
        }

        $records = @($result.All) + @($result.Thrown) + @($Error) | Where-Object { $_ }
        $text = ($records | ForEach-Object { Get-Everything $_ }) -join "`n"
        $requests = @(Get-SimulatorRequest)
        if ($requests.Count -gt 0) {
            $result.Debug.Count | Should -BeGreaterThan 0 -Because 'otherwise there would be nothing to look through'
        }

        $secrets = @($script:accessKey, $script:secretKey) + @($requests | ForEach-Object { Get-RequestSignature $_ $script:secretKey })
        foreach ($secret in $secrets) {
            # No Should -Match: its message would show the secret itself.
            $isSeen = $text.Contains($secret) -or $text.Contains([Uri]::EscapeDataString($secret))
            $isSeen | Should -BeFalse -Because "a text of $($secret.Length) characters has to stay secret"
        }
    }

    It 'can be recognised: the signature that the other tests look for is the one that is sent' {
        # The vector of the documentation, so that a mistake in the recomputation can't hide a leak.
        $request = [pscustomobject]@{
            method = 'GET'; rawTarget = '/vserver/v2/getRegionList?responseFormatType=json'
            timestamp = '1700000000000'; accessKey = 'TESTACCESSKEY0000001'
        }

        Get-RequestSignature $request 'TESTSECRETKEY00000000000000000000000001' |
            Should -BeExactly 'wNHgHBKkNjV4YUjAtnJ3VncCrf48Xe1tGOpDkP/UXQg='
    }
}
