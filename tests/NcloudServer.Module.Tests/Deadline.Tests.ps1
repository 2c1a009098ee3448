Describe '-WaitTimeoutSec' {
    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 600; rebootSeconds = 600 }
    }

    It 'is one limit for all that happens to a number: <Name>' -ForEach @(
        @{ Name = 'busy at first, as its operation says'; Server = @{ operation = 'CHNG'; busySeconds = 4 } }
        @{ Name = 'busy at first, and nothing says so'; Server = @{ hiddenBusySeconds = 4 } }
        @{ Name = 'being created at first'; Server = @{ status = 'CREAT'; busySeconds = 4 } }
    ) {
        Set-SimulatorServer ($Server + @{ number = '1000001' })
        $watch = [Diagnostics.Stopwatch]::StartNew()

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 8 -PollingIntervalSec 1 }

        # Four seconds and another eight would be twelve.
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 11
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpWaitTimeout,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $result.Errors.TargetObject | Should -Be '1000001'
        "$($result.Errors)" | Should -Match 'shutting down'
        # It was busy at first, and then accepted in time: otherwise it would not have been the limit of both.
        (Get-SimulatorRequest -Action stopServerInstances).numbersChanged | Should -Be '1000001'
    }

    It 'includes the repeats of status requests that fail' {
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; status = 503
            body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        }
        $watch = [Diagnostics.Stopwatch]::StartNew()

        # The pauses before the repeats of a single look are 15 seconds.
        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 -MaximumRetryCount 4 }

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be '1000001'
        $result.Errors.FullyQualifiedErrorId.Split(',')[0] | Should -BeIn 'NcpOutcomeUnknown', 'NcpWaitTimeout'
    }

    It 'includes a request with an unknown outcome, and what is sent again after it' {
        Add-SimulatorFault @{
            action = 'stopServerInstances'; status = 503
            body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}'
        }
        $watch = [Diagnostics.Stopwatch]::StartNew()

        $result = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1 -MaximumRetryCount 4 }

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        $result.Output | Should -BeNullOrEmpty
        $result.Errors.TargetObject | Should -Be '1000001'
        # Each look said that it was not carried out; after the last request there may have been no time for one.
        $result.Errors.FullyQualifiedErrorId.Split(',')[0] | Should -BeIn 'NcpServiceUnavailable', 'NcpWaitTimeout', 'NcpOutcomeUnknown'
    }

    It 'is an error that names the last status of a server that did not arrive in time' {
        Set-SimulatorTime @{ shutdownSeconds = 600 }
        $run = Invoke-Recorded { 1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 1 -PollingIntervalSec 1 }

        $run.Output | Should -BeNullOrEmpty
        $run.Errors.FullyQualifiedErrorId | Should -Be 'NcpWaitTimeout,NcloudServer.Commands.StopNcpServerInstanceCommand'
        $run.Errors.CategoryInfo.Category | Should -Be 'OperationTimeout'
        $run.Errors.TargetObject | Should -Be '1000001'
        "$($run.Errors)" | Should -Match 'shutting down'
    }
}
