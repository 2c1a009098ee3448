BeforeDiscovery {
    $script:places = @(
        @{
            Place = 'before the headers of a reply'; Fault = @{ hang = 'BeforeHeaders' }; Sent = 1
            Command = '1000001..1000010 | Stop-NcpServerInstance'
        }
        @{
            Place = 'in the body of a reply'; Fault = @{ hang = 'InBody' }; Sent = 1
            Command = '1000001..1000010 | Stop-NcpServerInstance'
        }
        @{
            Place = 'while the look-up after a cut hangs'; Sent = 2
            Fault = @{ action = 'stopServerInstances'; cut = 'AfterWork' }, @{ action = 'getServerInstanceList'; hang = 'BeforeHeaders' }
            Command = '1000001..1000010 | Stop-NcpServerInstance'
        }
        @{
            Place = 'while requests wait for their turn'; Fault = @{ hang = 'BeforeHeaders' }; Sent = 1
            Command = '1000001..1000010 | Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 1'
        }
        @{
            Place = 'while several interrupts hang'; Fault = @{ hang = 'BeforeHeaders' }; Sent = 4
            Command = '1000001..1000010 | Invoke-NcpServerInterrupt -Force'
        }
    )
}

Describe 'Ctrl+C' {
    BeforeAll {
        function Stop-AndMeasure {
            # Ends the pipeline and returns how long that took, in milliseconds. The service would hang for two minutes.
            [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
                'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Ends what a test has begun.')]
            param($Shell)

            $watch = [Diagnostics.Stopwatch]::StartNew()
            $Shell.Stop()
            $watch.Stop()
            Write-Information "    stopped after $($watch.ElapsedMilliseconds) ms" -InformationAction Continue
            return $watch.ElapsedMilliseconds
        }

        function Wait-Verbose {
            param($Shell, [string] $Pattern)

            $deadline = [DateTime]::UtcNow.AddSeconds(30)
            while (-not ($Shell.Streams.Verbose.ReadAll().Message -match $Pattern)) {
                if ([DateTime]::UtcNow -gt $deadline) {
                    throw "The command never said: $Pattern"
                }

                Start-Sleep -Milliseconds 10
            }
        }
    }

    BeforeEach {
        Reset-Simulator
        $script:session = New-ModuleSession
        $script:shell = $script:session.Shell
    }

    AfterEach {
        Close-ModuleSession $script:session
    }

    It 'ends the command <Place>' -ForEach $script:places {
        Add-SimulatorFault $Fault
        $null = $script:shell.AddScript($Command).BeginInvoke()
        $null = Wait-SimulatorRequest { @($_.requests).Count -eq $Sent -and $_.requests[-1].outcome -eq 'Hung' }

        Stop-AndMeasure $script:shell | Should -BeLessThan 2000

        $script:shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $script:shell.Streams.Error | Should -BeNullOrEmpty
        # The connections are given up, not left to hang, and nothing follows.
        $null = Wait-SimulatorRequest { $_.inFlight -eq 0 }
        $requests = @(Get-SimulatorRequest)
        $requests | Should -HaveCount $Sent
        $requests[-1].clientAborted | Should -BeTrue
    }

    It 'ends the command between two batches, while the source is silent' {
        # Slept once beforehand: an end that strikes while the engine still loads a command of the source looks to it like a command
        # that is not there, and like the end of the input to everybody behind it.
        $source = '1000001..1000015; Start-Sleep -Seconds 120'
        $null = $script:shell.AddScript("Start-Sleep -Milliseconds 0; & { $source } | Stop-NcpServerInstance -BatchSize 10").BeginInvoke()
        $null = Wait-SimulatorRequest { $_.requests.outcome -contains 'Answered' }

        Stop-AndMeasure $script:shell | Should -BeLessThan 2000

        $script:shell.InvocationStateInfo.State | Should -Be 'Stopped'
        # The five numbers that had not been sent are not sent now.
        $null = 1005000 | Stop-NcpServerInstance
        (Get-SimulatorRequest).numbers | Should -Be (@(1000001..1000010) + 1005000)
    }

    It 'ends the command in the pause before a repeated request: <Name>' -ForEach @(
        @{
            Name = 'after a 429'; Says = 'Repeating stopServerInstances in 60'
            Fault = @{ status = 429; body = ''; headers = @{ 'Retry-After' = '60' } }
        }
        @{
            Name = 'before a look-up'; Says = 'looking up .* in 60'
            Fault = @{ status = 503; body = ''; headers = @{ 'Retry-After' = '60' } }
        }
    ) {
        Add-SimulatorFault $Fault
        $null = $script:shell.AddScript('1000001..1000010 | Stop-NcpServerInstance -Verbose').BeginInvoke()
        Wait-Verbose $script:shell $Says

        Stop-AndMeasure $script:shell | Should -BeLessThan 2000

        $script:shell.InvocationStateInfo.State | Should -Be 'Stopped'
        @(Get-SimulatorRequest) | Should -HaveCount 1
    }

    It 'ends the command while it waits for a busy server' {
        Set-SimulatorServer @{ number = '1000001'; operation = 'CHNG' }
        $null = $script:shell.AddScript('1000001 | Stop-NcpServerInstance -Verbose -MaximumRetryCount 20').BeginInvoke()
        # By the third look the pause is long.
        Wait-Verbose $script:shell 'looking again in .* s \(3 of 20\)'

        Stop-AndMeasure $script:shell | Should -BeLessThan 2000

        $script:shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }

    It 'ends the command while it looks for the key' {
        Set-SimulatorRole @{ mode = 'Hang' }
        Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null } {
            $null = $script:shell.AddScript('1000001 | Stop-NcpServerInstance').BeginInvoke()
            $null = Wait-SimulatorRequest { $_.requests.outcome -contains 'Hung' }

            Stop-AndMeasure $script:shell | Should -BeLessThan 2000
        }

        $script:shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }

    It 'leaves a session in which the next command works' {
        Add-SimulatorFault @{ times = 1; hang = 'BeforeHeaders' }
        $null = $script:shell.AddScript('1000001 | Stop-NcpServerInstance').BeginInvoke()
        $null = Wait-SimulatorRequest { $_.requests.outcome -contains 'Hung' }
        $null = Stop-AndMeasure $script:shell

        $script:shell.Commands.Clear()
        $script:shell.AddScript('1000001 | Stop-NcpServerInstance').Invoke().ServerInstanceNo | Should -Be '1000001'
    }
}
