Describe 'Twenty thousand numbers on a bad network' {
    BeforeAll {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $script:numbers = 5000001..5019990
        # Ten more that do not exist, and as many that are given twice.
        $script:given = $script:numbers + (8000001..8000010) + (5000001..5000010)
        Set-SimulatorServer @($script:numbers | ForEach-Object { @{ number = "$_"; regionCode = 'KR' } })
        Set-SimulatorPolicy @{ requestsPerSecond = 100; retryAfterSeconds = 1 }
        # One request in ten fails, in each of the ways there are.
        Add-SimulatorFault @(
            @{ probability = 0.015; cut = 'BeforeWork' }
            @{ probability = 0.015; cut = 'AfterWork' }
            @{ probability = 0.015; cut = 'AfterWork'; close = 'Graceful' }
            @{ probability = 0.01; cut = 'InBody' }
            @{ probability = 0.01; truncateTo = 300; doWork = $true }
            @{ probability = 0.01; status = 503; body = '{"error":{"errorCode":"500","message":"Endpoint Error","details":""}}' }
            @{
                probability = 0.01; status = 500; doWork = $true
                body = '{"error":{"errorCode":"900","message":"Unexpected Error","details":null}}'
            }
            @{ probability = 0.01; status = 200; body = '<html><body>Sign in</body></html>' }
            @{ probability = 0.01; status = 429; body = '{"error":{"errorCode":"410","message":"Throttle Limited","details":""}}' }
        )

        $script:outcomes = @{}
        $script:repeated = 0
        $script:workingSet = New-Object Collections.Generic.List[long]
        $script:given | Stop-NcpServerInstance -BatchSize 50 -ThrottleLimit 8 -MaximumRetryCount 8 2>&1 | ForEach-Object {
            $number = if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.ServerInstanceNo }
            $script:repeated += [int]$script:outcomes.ContainsKey($number)
            $script:outcomes[$number] = if ($_ -is [Management.Automation.ErrorRecord]) { $_.FullyQualifiedErrorId } else { 'stopped' }
            if ($script:outcomes.Count % 1000 -eq 0) {
                $script:workingSet.Add([Diagnostics.Process]::GetCurrentProcess().WorkingSet64)
            }
        }
    }

    It 'gives every number one outcome' {
        $script:outcomes.Count | Should -Be 20000
        $script:repeated | Should -Be 0
    }

    It 'names those that do not exist' {
        8000001..8000010 | ForEach-Object { $script:outcomes["$_"] } |
            Should -Be (@('NcpServerInstanceNotFound,NcloudServer.Commands.StopNcpServerInstanceCommand') * 10)
    }

    It 'reports the true outcome of every server' {
        $stopping = New-Object Collections.Generic.HashSet[string]
        (Get-SimulatorServerOf KR) | Where-Object operation -EQ 'SHTDN' | ForEach-Object { $null = $stopping.Add($_.number) }
        $wrong = foreach ($number in $script:numbers) {
            $outcome = $script:outcomes["$number"]
            if (($outcome -eq 'stopped') -ne $stopping.Contains("$number") -and $outcome -notlike 'NcpOutcomeUnknown,*') {
                $number
            }
        }

        $wrong | Should -BeNullOrEmpty
    }

    It 'stops nearly all of them' {
        @($script:outcomes.Values | Where-Object { $_ -eq 'stopped' }).Count | Should -BeGreaterThan 19900
    }

    It 'needs no more memory at the end than in the middle' {
        $middle = ($script:workingSet[5..9] | Measure-Object -Maximum).Maximum
        $end = ($script:workingSet[-4..-1] | Measure-Object -Minimum).Minimum
        ($end - $middle) / 1MB | Should -BeLessThan 30
    }
}
