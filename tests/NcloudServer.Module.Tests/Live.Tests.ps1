# The questions to the real service, asked of the simulator, which is known to answer under the policies that were set.
BeforeDiscovery {
    # No two policies have the same value twice in a row, so that no answer is right by accident.
    $script:sets = @(
        @{
            Name     = 'refuses, and takes parts of names'
            Policies = @{
                unknownNumbers = 'RefuseBatch'; alreadyInState = 'Accept'; wrongState = 'RefuseBatch'; busyServer = 'LeaveOut'
                responseOrder = 'AsAsked'; nameMatch = 'Part'; nameIgnoresCase = $true; numbersAsIntegers = $false; maximumNumbers = 0
                maximumRowsWithoutPage = 0; xmlEvenIfJsonAsked = $false; gatewayErrorsAsXml = $true; interruptRule = 'AnyRunning'
                unknownRegion = 'Default'; ignoresOddValues = $true; fabricNumbersAsNumbers = $true; laggingLists = 2
            }
        }
        @{
            Name     = 'leaves out, and has limits'
            Policies = @{
                unknownNumbers = 'LeaveOut'; alreadyInState = 'LeaveOut'; wrongState = 'LeaveOut'; busyServer = 'RefuseBatch'
                responseOrder = 'Reversed'; nameMatch = 'Whole'; nameIgnoresCase = $false; numbersAsIntegers = $true; maximumNumbers = 137
                maximumRowsWithoutPage = 5; xmlEvenIfJsonAsked = $true; gatewayErrorsAsXml = $false; interruptRule = 'WindowsOnly'
                unknownRegion = 'Empty'; acceptsAnyTime = $true; envelopeFirst = $true; tooManyNumbersStatus = 413
            }
        }
        @{
            Name     = 'refuses what is done already, and shuffles'
            Policies = @{
                unknownNumbers = 'RefuseBatch'; alreadyInState = 'RefuseBatch'; wrongState = 'LeaveOut'; busyServer = 'LeaveOut'
                responseOrder = 'Shuffled'; nameMatch = 'Whole'; nameIgnoresCase = $true; numbersAsIntegers = $true; maximumNumbers = 7
                maximumRowsWithoutPage = 0; xmlEvenIfJsonAsked = $false; interruptRule = 'WindowsOrKvm'
                unknownRegion = 'Refused'; acceptsAnySignature = $true; maximumPageSize = 5; offsetsFollowAskedSize = $true
                laggingLists = 0; fabricNumbersAsNumbers = $false; envelopeFirst = $false; acceptsAnyTime = $false
            }
        }
        @{
            Name     = 'minds the length of an address'
            Policies = @{
                unknownNumbers = 'LeaveOut'; alreadyInState = 'Accept'; wrongState = 'RefuseBatch'; busyServer = 'RefuseBatch'
                responseOrder = 'AsAsked'; nameMatch = 'Whole'; nameIgnoresCase = $false; numbersAsIntegers = $false; maximumNumbers = 999
                maximumRowsWithoutPage = 3; xmlEvenIfJsonAsked = $false; gatewayErrorsAsXml = $true; interruptRule = 'WindowsOrKvm'
                maximumUrlLength = 3000; urlTooLongStatus = 413
            }
        }
        @{
            Name     = 'minds it in another way, and writes XML'
            Policies = @{
                unknownNumbers = 'LeaveOut'; alreadyInState = 'RefuseBatch'; wrongState = 'LeaveOut'; busyServer = 'LeaveOut'
                responseOrder = 'Reversed'; nameMatch = 'Part'; nameIgnoresCase = $true; numbersAsIntegers = $true; maximumNumbers = 100
                maximumRowsWithoutPage = 11; xmlEvenIfJsonAsked = $true; gatewayErrorsAsXml = $true; interruptRule = 'WindowsOnly'
                maximumUrlLength = 7000; urlTooLongStatus = 400
            }
        }
    )
}

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    $script:live = Join-Path $script:root 'tests/NcloudServer.Live.Tests/Invoke-LiveTests.ps1'
    # Linux on KVM, and on XEN: what an interrupt tells of them differs.
    $script:kvm, $script:xen = '1000005', '1000004'

    function Use-Fleet {
        Reset-Simulator
        Set-SimulatorRegion @{ code = 'KR'; servers = 12 }
        # In a cluster.
        Set-SimulatorServer @{ number = '1000099' }
        Set-SimulatorTime @{ shutdownSeconds = 0; bootSeconds = 0; rebootSeconds = 0 }
    }

    function Use-Shutdown([string] $Number) {
        # It lasts until the look that follows the start in the middle of it; nobody has to wait, and nobody can be too late.
        Set-SimulatorTime @{ shutdownSeconds = 600; bootSeconds = 0; rebootSeconds = 0 }
        Add-SimulatorFault @{
            action = 'getServerInstanceList'; afterAction = 'startServerInstances'; after = 1; times = 1
            setServers = @(@{ number = $Number; name = "Secret-$Number"; status = 'NSTOP' })
        }
    }

    function Invoke-Live([hashtable] $Parameter = @{}, [switch] $Slowly) {
        $arguments = @{ Destination = Join-Path $TestDrive ([IO.Path]::GetRandomFileName()) }
        $Parameter.Keys | ForEach-Object { $arguments[$_] = $Parameter[$_] }
        $script:out = $arguments.Destination
        $pace = if ($Slowly) { @{} } else { @{ IntervalMs = 0; PollSec = 0.01; WaitSec = 30 } }
        $null = & $script:live -Module (Split-Path (Get-ModulePath)) -Confirm:$false @arguments @pace 6>&1
        [pscustomobject]@{
            ExitCode = $LASTEXITCODE
            Report   = Get-Content (Join-Path $script:out 'live-report.json') -Raw | ConvertFrom-Json
            Text     = Get-ChildItem $script:out | Get-Content -Raw | Out-String
        }
    }
}

Describe 'The questions to the service' {
    BeforeEach { Use-Fleet }

    It 'find out each policy of a service that <Name>, and the simulator behaves like it under the policy file' -ForEach $script:sets {
        $number = if ($Policies.interruptRule -eq 'AnyRunning') { $script:xen } else { $script:kvm }
        $change = @{ ServerInstanceNo = $number; AllowChange = $true; AllowInterrupt = $true }
        Set-SimulatorServer @{ number = $number; name = "Secret-$number" }
        Set-SimulatorPolicy $Policies
        Use-Shutdown $number
        $first = Invoke-Live $change

        $first.ExitCode | Should -Be 0 -Because $first.Report.problem
        $open = $first.Report.questions.PSObject.Properties | Where-Object { $_.Value.answer -eq 'Not asked.' }
        $open | Should -BeNullOrEmpty
        foreach ($name in $Policies.Keys | Where-Object { $_ -ne 'maximumUrlLength' }) {
            $first.Report.policies.$name | Should -Be $Policies[$name] -Because $name
        }

        # An address has room for whole numbers only.
        $limit = if ($Policies.ContainsKey('maximumUrlLength')) { $Policies.maximumUrlLength } else { 0 }
        $first.Report.policies.maximumUrlLength | Should -BeIn @(if ($limit) { ($limit - 40)..$limit } else { 0 })
        (Get-SimulatorServer $number).statusName | Should -Be 'running'

        Use-Fleet
        Set-SimulatorServer @{ number = $number; name = "Secret-$number" }
        $policies = Get-Content (Join-Path $script:out 'live-policy.json') -Raw | ConvertFrom-Json
        $file = @{}
        $policies.PSObject.Properties | ForEach-Object { $file[$_.Name] = $_.Value }
        Set-SimulatorPolicy $file
        Use-Shutdown $number
        $second = Invoke-Live $change

        foreach ($question in $first.Report.questions.PSObject.Properties) {
            # How long a server took is not a matter of policies.
            $second.Report.questions.($question.Name).answer -replace '\(\d+ s\)' |
                Should -Be ($question.Value.answer -replace '\(\d+ s\)') -Because $question.Name
        }
    }

    It 'start a simulator with the policy file, and none with a file that is not one' {
        $builds = Join-Path $script:root 'tests/NcloudServer.Simulator/bin'
        $simulator = (Get-ChildItem $builds -Recurse -Filter NcloudServer.Simulator.dll |
                Sort-Object LastWriteTime | Select-Object -Last 1).FullName
        $null = Invoke-Live
        $file = Join-Path $script:out 'live-policy.json'
        $start = New-Object Diagnostics.ProcessStartInfo dotnet, "`"$simulator`" --policy `"$file`" --parent-pid $PID"
        $start.RedirectStandardOutput = $true
        $start.UseShellExecute = $false
        Set-Content $file '{ "nameMatch": "Whole", "maximumNumbers": 70 }'
        $process = [Diagnostics.Process]::Start($start)
        try {
            $address = [regex]::Match($process.StandardOutput.ReadLine(), "'(.+)'").Groups[1].Value
            $policies = Invoke-RestMethod "$address/_simulator/policies" -UseBasicParsing
        } finally {
            $process.Kill()
            $process.Dispose()
        }

        $policies.nameMatch, $policies.maximumNumbers, $policies.unknownNumbers | Should -Be 'Whole', 70, 'RefuseBatch'

        Set-Content $file '{ "nameMatsch": "Whole" }'
        $message = & dotnet $simulator --policy $file 2>&1
        $LASTEXITCODE | Should -Be 2
        "$message" | Should -BeLike '*nameMatsch*'
    }

    It 'tell nothing of the account' {
        Set-SimulatorServer @{ number = $script:kvm; name = "Secret-$($script:kvm)"; publicIp = '198.18.7.7' }
        # A service that repeats in its refusals what it was asked.
        $message = "Secret-$($script:kvm) 198.18.7.7 $env:NCLOUD_ACCESS_KEY_ID"
        $body = @{ responseError = @{ returnCode = '7'; returnMessage = $message } } | ConvertTo-Json -Compress
        Add-SimulatorFault @{ action = 'rebootServerInstances'; status = 400; body = $body }
        $run = Invoke-Live @{ ServerInstanceNo = $script:kvm; AllowChange = $true }

        $run.ExitCode | Should -Be 0
        $run.Report.questions.wrongState.evidence[0].code | Should -Be '7'
        $private = $env:NCLOUD_ACCESS_KEY_ID, $env:NCLOUD_SECRET_ACCESS_KEY, '10000\d\d', '999999\d\d\d', 'Secret-', 'web-0', 'app-0',
            '198\.18', 'simulator-key', '127\.0\.0\.1', '1000[012]\D', 'Simulator[A-Z]'
        $private | Where-Object { $run.Text -cmatch $_ } | Should -BeNullOrEmpty
    }

    It 'change nothing without -AllowChange' {
        $run = Invoke-Live @{ ServerInstanceNo = $script:kvm }

        $run.ExitCode | Should -Be 0
        Get-SimulatorRequest | Where-Object { $_.action -notlike 'get*' } | Should -BeNullOrEmpty
        $run.Report.questions.unknownNumbers.answer | Should -Be 'Not asked.'
    }

    It 'make a report with a key that may only read' {
        Add-SimulatorFault @{
            action = 'stopServerInstances'; status = 401
            body   = '{"error":{"errorCode":"210","message":"Permission Denied","details":""}}'
        }
        $run = Invoke-Live @{ ServerInstanceNo = $script:kvm; AllowChange = $true }

        $run.ExitCode | Should -Be 0
        $run.Report.questions.unknownNumbers.answer | Should -BeLike '*may not stop*'
        @(Get-SimulatorRequest stopServerInstances).Count | Should -Be 1
    }

    It 'stop where the gateway is busy, report what was found out until then, and go on from there' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; after = 6; times = 1; status = 503; body = 'out of order' }
        $run = Invoke-Live

        $run.ExitCode | Should -Be 1
        $run.Report.problem | Should -BeLike '*503*'
        $run.Report.goOn | Should -BeLike '*-Task Live -From nameMatch'
        $run.Report.questions.responseOrder.answer | Should -Be 'As asked.'
        (Get-SimulatorRequest)[-1].status | Should -Be 503

        $rest = Invoke-Live @{ From = 'nameMatch'; Destination = $script:out }

        $rest.ExitCode | Should -Be 0
        $rest.Report.questions.nameMatch.answer | Should -Be 'Yes.'
        $rest.Report.questions.responseOrder.answer | Should -Be 'As asked.'
        $rest.Report.policies.responseOrder | Should -Be 'AsAsked'
        @(Get-SimulatorRequest getRegionList).Count | Should -Be 3
    }

    It 'note what nobody expects of a question that changes nothing, and ask all the others' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; after = 6; times = 1; status = 500; body = 'out of order' }
        $run = Invoke-Live

        $run.ExitCode | Should -Be 0
        $run.Report.questions.nameMatch.answer | Should -Be 'Not found out: Other, status 500, .'
        $run.Report.questions.unknownAlone.answer | Should -Be 'A list of 0.'
    }

    It 'take no question that is none, and nothing to go on with where there is nothing' {
        { & $script:live -Module x -Destination $TestDrive -From nowhere } | Should -Throw '*nameMatch*'
        { & $script:live -Module x -Destination (Join-Path $TestDrive none) -From nameMatch } | Should -Throw '*live-report.json*'
    }

    It 'bring a server back that was stopped: running before, and the service fails in the middle' {
        Add-SimulatorFault @{ action = 'rebootServerInstances'; status = 500; body = 'x' }
        $run = Invoke-Live @{ ServerInstanceNo = $script:kvm; AllowChange = $true }

        $run.ExitCode | Should -Be 1
        $run.Report.goOn | Should -BeLike '*-From laggingLists -ServerInstanceNo N -AllowChange'
        (Get-SimulatorServer $script:kvm).statusName | Should -Be 'running'
    }

    It 'bring a server back that was stopped before' {
        Set-SimulatorServer @{ number = $script:kvm; status = 'NSTOP' }
        $run = Invoke-Live @{ ServerInstanceNo = $script:kvm; AllowChange = $true }

        $run.Report.problem | Should -BeNullOrEmpty
        (Get-SimulatorServer $script:kvm).statusName | Should -Be 'stopped'
        $run.Report.questions.wrongState.answer | Should -BeLike 'A restart of a stopped server*'
    }

    It 'bring a server back when the run is interrupted, and still write the report' {
        Set-SimulatorTime @{ shutdownSeconds = 1 }
        $session = [PowerShell]::Create()
        $out = Join-Path $TestDrive interrupted
        $null = $session.AddCommand($script:live).AddParameters(@{
                Module = Split-Path (Get-ModulePath); Destination = $out; ServerInstanceNo = $script:kvm; AllowChange = $true
                Confirm = $false; IntervalMs = 0; PollSec = 0.01; WaitSec = 30
            })
        $running = $session.BeginInvoke()
        $null = Wait-SimulatorRequest { $_.requests | Where-Object { $_.action -eq 'stopServerInstances' } }
        $session.Stop()

        $running.IsCompleted | Should -BeTrue
        $session.Dispose()
        (Get-SimulatorServer $script:kvm).statusName | Should -Be 'running'
        Get-Content (Join-Path $out 'live-report.md') -Raw | Should -BeLike '*interrupted*'
    }

    It 'send no more than two requests a second' {
        Add-SimulatorFault @{ action = 'getServerInstanceList'; after = 2; status = 503; body = 'enough' }
        $null = Invoke-Live -Slowly
        $times = @(Get-SimulatorRequest | ForEach-Object { [DateTimeOffset]$_.received })

        $times.Count | Should -Be 4
        # The simulator notes when it has read a request: a quick one can follow a slow one more closely.
        ($times[3] - $times[0]).TotalSeconds | Should -BeGreaterThan 1.4
    }

    It 'refuse a shorter interval for any address but one of this computer' {
        $parameters = @{ Module = 'x'; Destination = $TestDrive; EndpointUrl = 'https://example.org'; IntervalMs = 100 }

        { & $script:live @parameters } | Should -Throw '*two requests*'
    }
}
