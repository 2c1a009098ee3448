BeforeAll {
    function Get-ClosedPort {
        # Nobody listens there: the port was free a moment ago.
        $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        return $port
    }
}

Describe 'An endpoint where nobody listens' {
    BeforeEach {
        Reset-Simulator
        $script:dead = @{ EndpointUrl = "http://127.0.0.1:$(Get-ClosedPort)"; MaximumRetryCount = 1; Verbose = $true }
    }

    It 'is recognised once, and not by every batch again: <Name>' -ForEach @(
        @{ Name = 'stop'; Count = 1000; Script = { 1000001..1001000 | Stop-NcpServerInstance -BatchSize 10 @script:dead } }
        @{
            Name = 'numbers in a parameter'; Count = 1000
            Script = { Stop-NcpServerInstance (1000001..1001000) -BatchSize 10 @script:dead }
        }
        @{
            Name = 'restart and wait'; Count = 1000
            Script = { 1000001..1001000 | Restart-NcpServerInstance -Wait -BatchSize 10 @script:dead }
        }
        @{ Name = 'interrupt'; Count = 200; Script = { 1000001..1000200 | Invoke-NcpServerInterrupt -Force @script:dead } }
        @{ Name = 'get'; Count = 3000; Script = { 1000001..1003000 | Get-NcpServerInstance @script:dead } }
    ) {
        $result = Invoke-Recorded $Script

        $result.Thrown | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Sort-Object | Should -Be (1000001..(1000000 + $Count))
        $result.Errors.FullyQualifiedErrorId.ForEach({ $_.Split(',')[0] }) | Select-Object -Unique | Should -Be 'NcpConnectionFailed'
        # Those that were under way when it became known may each have paused once; no more.
        @($result.Verbose -match 'Repeating ').Count | Should -BeLessOrEqual 8
    }

    It 'is tried again in the next command' {
        $null = Invoke-Recorded { 1000001 | Stop-NcpServerInstance @script:dead }

        (1000001 | Stop-NcpServerInstance).ServerInstanceNo | Should -Be '1000001'
    }

    It 'is an error for every number that names the address' {
        # A port that was free a moment ago.
        $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback), 0
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()

        $result = Invoke-Recorded { 1000001, 1000002 | Stop-NcpServerInstance -EndpointUrl "http://127.0.0.1:$port" -MaximumRetryCount 0 }

        $result.Thrown | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be (@('NcpConnectionFailed,NcloudServer.Commands.StopNcpServerInstanceCommand') * 2)
        $result.Errors.TargetObject | Should -Be '1000001', '1000002'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        "$($result.Errors[0])" | Should -Match "127\.0\.0\.1:$port"
        $result.Errors[0].ErrorDetails.RecommendedAction | Should -Match 'endpoint'
    }
}

Describe 'An endpoint that cannot be reached for some numbers' {
    It 'is used again as soon as it can be' {
        $port = Get-ClosedPort
        $path = Join-Path (Split-Path $PSScriptRoot) 'NcloudServer.Simulator/bin'
        $program = Get-ChildItem $path -Recurse -Filter NcloudServer.Simulator.dll | Sort-Object LastWriteTime | Select-Object -Last 1
        $script:late = $null
        $script:told = 0
        try {
            $result = Invoke-Recorded {
                & {
                    1000001..1000010
                    # A number that was given before makes no request; it only keeps the pipeline moving until the errors are out.
                    $deadline = [DateTime]::UtcNow.AddSeconds(30)
                    while ($script:told -lt 10 -and [DateTime]::UtcNow -lt $deadline) {
                        1000001
                    }

                    $start = New-Object Diagnostics.ProcessStartInfo 'dotnet', "`"$($program.FullName)`" --port $port --parent-pid $PID"
                    $start.UseShellExecute = $false
                    $start.RedirectStandardOutput = $true
                    $script:late = [Diagnostics.Process]::Start($start)
                    do { $line = $script:late.StandardOutput.ReadLine() } until ($null -eq $line -or $line -like 'Ready*')
                    1000011..1000030
                } | Stop-NcpServerInstance -BatchSize 10 -MaximumRetryCount 1 -EndpointUrl "http://127.0.0.1:$port" 2>&1 |
                    ForEach-Object { $script:told++; $_ }
            }

            $result.Errors.TargetObject | Should -Be (1000001..1000010)
            $result.Errors.FullyQualifiedErrorId | Should -BeLike 'NcpConnectionFailed,*'
            $result.Output.ServerInstanceNo | Should -Be (1000011..1000030)
        } finally {
            if ($script:late) {
                $script:late.Kill()
                $script:late.Dispose()
            }
        }
    }
}
