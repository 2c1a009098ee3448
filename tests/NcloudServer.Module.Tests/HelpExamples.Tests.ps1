BeforeDiscovery {
    function Get-Example {
        # Read from the file, since the examples have to be known before the tests run; a later test sees that the engine reads the same.
        $help = [xml](Get-Content (Join-Path (Split-Path (Get-ModulePath)) 'en-US/NcloudServer.dll-Help.xml') -Raw -Encoding UTF8)
        foreach ($command in $help.helpItems.command) {
            foreach ($example in $command.examples.example) {
                @{ Command = $command.details.name; Title = $example.title.Trim('- '); Code = $example.code }
            }
        }
    }

    $script:examples = @(Get-Example)
}

Describe 'An example of the help' {
    BeforeAll {
        function Initialize-Example {
            # What the examples presuppose: two files, a saved key, a profile and one without a secret, fast servers, and stopped ones.
            Reset-Simulator
            Set-SimulatorTime @{ bootSeconds = 0.2; shutdownSeconds = 0.2; rebootSeconds = 0.2; specChangeSeconds = 0.2 }
            # Other services are not simulated; whoever asks them gets an answer.
            Set-SimulatorPolicy @{ echoOtherActions = $true }
            Set-SimulatorServer @{ number = '1000901'; status = 'NSTOP' }, @{ number = '3000001'; regionCode = 'SGN'; status = 'NSTOP' }
            Set-Content fleet.csv 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'
            Set-Content numbers.txt '1000401', '1000402', '99'
            ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY | Export-Clixml key.xml
            $null = New-Item -ItemType Directory -Force (Join-Path $env:HOME '.ncloud')
            Set-Content (Join-Path $env:HOME '.ncloud/configure') '[prod]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID",
                "ncloud_secret_access_key = $env:NCLOUD_SECRET_ACCESS_KEY", "ncloud_api_url = $env:NCLOUD_API_GW",
                '[test-1]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID"
        }

        function Invoke-Example([string] $Code) {
            # Nobody answers a question here, and the service is never so far away that five seconds between two looks make sense.
            $PSDefaultParameterValues = @{ '*-Ncp*:PollingIntervalSec' = 1 }
            return Invoke-Recorded ([scriptblock]::Create($Code))
        }
    }

    BeforeEach {
        Push-Location $TestDrive
        Initialize-Example
        # An administrator types the key where the example asks for one. The code runs in the module of Invoke-Recorded.
        Mock Get-Credential -ModuleName Session { ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY }
    }

    AfterEach {
        Pop-Location
        Remove-Item (Join-Path $env:HOME '.ncloud') -Recurse -Force
    }

    It 'runs as it is printed: <Command>, <Title>' -ForEach $script:examples {
        if ($Code -match '-NcpProfile|-ProfileName' -and -not (Test-TemporaryHome)) {
            Set-ItResult -Skipped -Because 'the real profiles would be read and written'
        }

        $result = Invoke-Example $Code

        $result.Thrown | Should -BeNullOrEmpty
        # Only numbers.txt has a number that no server has; an example that reads it either collects the error or says that there is one.
        $expected = if ($Code -match 'numbers\.txt' -and $Code -notmatch 'SilentlyContinue') { 1 } else { 0 }
        $result.Errors.Count | Should -Be $expected
        if ($Code -match 'Export-Csv (\S+)') {
            @(Import-Csv $Matches[1]).Count | Should -BeGreaterThan 0
        } elseif ($Code -match '-WhatIf') {
            $result.Output | Should -BeNullOrEmpty
            Get-SimulatorRequest | Where-Object { $_.action -notlike 'get*' } | Should -BeNullOrEmpty
        } elseif ($Command -notmatch '^(Set|Remove)-') {
            $result.Output.Count | Should -BeGreaterThan 0
        }
    }
}
