BeforeDiscovery {
    # Read from the file, since the examples have to be known before the tests run; a later test sees that the engine reads the same.
    $help = [xml](Get-Content (Join-Path (Split-Path (Get-ModulePath)) 'en-US/NcloudServer.dll-Help.xml') -Raw -Encoding UTF8)
    $script:examples = @(foreach ($command in $help.helpItems.command) {
            foreach ($example in $command.examples.example) {
                @{ Command = $command.details.name; Title = $example.title.Trim('- '); Code = $example.code }
            }
        })
}

# A test of the engine sees to it that both languages have the same code.
Describe 'An example of the help' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'HelpExpectations.psm1')
        $script:role = 'SIMULATORROLEKEY0001'
        $script:roleSecret = 'SimulatorRoleSecret000000000000000000001'
        $script:session = New-ModuleSession
        # An administrator types the key where the example asks for one, and the service is never so far away that five seconds between two
        # looks make sense.
        $null = $script:session.Shell.AddScript(@'
param($given)
function Get-Credential { $given }
$PSDefaultParameterValues['*-Ncp*:PollingIntervalSec'] = 1
'@).AddArgument((ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY)).Invoke()

        function Initialize-Example {
            # What the examples presuppose: two files, a saved key, profiles, one of them without a secret, fast servers, and stopped ones.
            Reset-Simulator
            Set-SimulatorTime @{ bootSeconds = 0.2; shutdownSeconds = 0.2; rebootSeconds = 0.2; specChangeSeconds = 0.2; terminationSeconds = 0.2 }
            # Other services are not simulated; whoever asks them gets an answer.
            Set-SimulatorPolicy @{ echoOtherActions = $true }
            Set-SimulatorRegion @{ code = 'KR'; servers = 1000 }, @{ code = 'JPN'; servers = 50 }, @{ code = 'SGN'; servers = 5 }
            Set-SimulatorServer @{ number = '1234567' }, @{ number = '2345678' },
                @{ number = '1000901'; status = 'NSTOP' }, @{ number = '3000001'; regionCode = 'SGN'; status = 'NSTOP' }
            Set-Content fleet.csv 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'
            Set-Content numbers.txt '1000401', '1000402', '99'
            ConvertTo-Credential $script:role $script:roleSecret | Export-Clixml key.xml
            if (Test-TemporaryHome) {
                Write-ConfigureFile (@(
                        '[prod]', "ncloud_access_key_id = $script:role", "ncloud_secret_access_key = $script:roleSecret"
                        "ncloud_api_url = $env:NCLOUD_API_GW", '[test-1]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID"
                        '[other]', "ncloud_access_key_id = $env:NCLOUD_ACCESS_KEY_ID"
                        "ncloud_secret_access_key = $env:NCLOUD_SECRET_ACCESS_KEY", "ncloud_api_url = $env:NCLOUD_API_GW", '') -join "`n")
            }
        }

        function Invoke-Example([string] $Code) {
            $shell = $script:session.Shell
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $said = $script:session.Console.Text.Length
            $output = $shell.AddCommand('Set-Location').AddParameter('LiteralPath', "$TestDrive").AddStatement().AddScript((ConvertTo-SimulatorCode $Code)).Invoke()
            $variables = $shell.Runspace.SessionStateProxy
            return [pscustomobject]@{
                Output    = @($output)
                Errors    = @($shell.Streams.Error)
                Verbose   = @($shell.Streams.Verbose | ForEach-Object Message)
                Said      = $script:session.Console.Text.Substring($said)
                Variables = @{ started = $variables.GetVariable('started'); stopped = $variables.GetVariable('stopped') }
                Role      = $script:role
            }
        }

        Push-Location $TestDrive
        Initialize-Example
        $script:fleet = 'KR', 'JPN', 'SGN' | ForEach-Object { Get-SimulatorServerOf $_ }
    }

    AfterAll {
        Pop-Location
        Close-ModuleSession $script:session
        Remove-ConfigureFile
    }

    It 'comes to what its title says: <Command>, <Title>' -ForEach $script:examples {
        if ($Code -match '-NcpProfile|-ProfileName' -and -not (Test-TemporaryHome)) {
            Set-ItResult -Skipped -Because 'the real profiles would be read and written'
        }

        Initialize-Example

        $seen = Invoke-Example $Code

        Assert-HelpExample $Command $Title $seen $script:fleet
    }

    It 'is expected nowhere but here' -ForEach @{ Titles = @($script:examples | ForEach-Object { "$($_.Command), $($_.Title)" }) } {
        (Get-HelpExpectation).Keys | Where-Object { $_ -notin $Titles } | Should -BeNullOrEmpty
    }
}
