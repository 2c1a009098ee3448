BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'HelpText.psm1')
}

Describe 'A script in about_NcloudServer_ScheduledTasks' {
    BeforeAll {
        $script:codes = @(Get-CodeBlock 'en-US' about_NcloudServer_ScheduledTasks)

        function Save-Job([string] $Name, [string] $Sign) {
            $code = @($script:codes | Where-Object { $_.Contains($Sign) })
            $code.Count | Should -Be 1
            # By its name a module is found only where modules are, and nobody wants to wait five seconds here.
            Set-Content (Join-Path $TestDrive $Name) ("`$PSDefaultParameterValues['*-Ncp*:PollingIntervalSec'] = 1`n" +
                    $code[0].Replace('Import-Module NcloudServer', "Import-Module '$(Get-ModulePath)'"))
        }

        function Invoke-Job([string] $Name) {
            $engine = Get-EnginePath
            $ErrorActionPreference = 'Continue'
            $null = & $engine -NoProfile -NonInteractive -File (Join-Path $TestDrive $Name) 2>&1
            return $LASTEXITCODE
        }

        function Read-File([string] $Name) {
            Get-Content (Join-Path $TestDrive $Name) -Encoding UTF8
        }
    }

    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0; bootSeconds = 0 }
        Remove-Item (Join-Path $TestDrive '*')
    }

    It 'is what the schedulers are told to run, in <_>' -ForEach 'en-US', 'ko-KR' {
        $path = Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$_/about_NcloudServer_ScheduledTasks.md"
        $source = Get-Content $path -Raw -Encoding UTF8

        [regex]::Matches($source, '(?m)^(?:ExecStart=/usr/bin/)?pwsh (.*?)\r?$') | ForEach-Object { $_.Groups[1].Value } |
            Should -Be @('-NoProfile -NonInteractive -File stop-fleet.ps1', '-NoProfile -NonInteractive -File stop-fleet.ps1')
    }

    Context 'stop-fleet.ps1' {
        BeforeEach {
            Save-Job stop-fleet.ps1 'fleet.csv'
        }

        It 'ends with 0 when all has gone well' {
            Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'

            Invoke-Job stop-fleet.ps1 | Should -Be 0
            @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
        }

        It 'ends with 1 when a number has failed, with every other outcome kept, and the number said once' {
            Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '99,KR', '1000301,KR', '2000001,JPN'

            Invoke-Job stop-fleet.ps1 | Should -Be 1
            @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
            @(Read-File problems.txt)[0] | Should -Match '^99: (?!99)'
        }

        It 'ends with 1 when <Name>' -ForEach @(
            @{
                Name = 'there is no key'; Variable = @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null }
                Fleet = 'ServerInstanceNo', '1000301'
            }
            @{ Name = 'there is no file'; Variable = @{}; Fleet = $null }
        ) {
            if ($Fleet) {
                Set-Content (Join-Path $TestDrive 'fleet.csv') $Fleet
            }

            Invoke-WithEnvironment $Variable { Invoke-Job stop-fleet.ps1 } | Should -Be 1
        }
    }

    Context 'evening.ps1, and morning.ps1 after it' {
        BeforeEach {
            # A VPC of seven: two are excepted, one is stopped by day, one belongs to another VPC.
            Set-SimulatorRegion @{ code = 'KR'; servers = 0 }
            $script:numbers = 1..7 | ForEach-Object { "70000$_" }
            $names = 'bastion', 'db-0001', 'web-0001', 'web-0002', 'web-0003', 'by-day', 'elsewhere'
            Set-SimulatorServer (0..6 | ForEach-Object {
                    @{ number = $script:numbers[$_]; name = $names[$_]; vpcNo = $(if ($_ -eq 6) { '10002' } else { '10001' }) }
                })
            Set-SimulatorServer @{ number = '700006'; name = 'by-day'; vpcNo = '10001'; status = 'NSTOP' }
            $script:refusal = @{
                number = '700004'; status = 400; body = '{"responseError":{"returnCode":"99999","returnMessage":"Not this one."}}'
            }
            Save-Job evening.ps1 'evening.log'
            Save-Job morning.ps1 'morning.log'

            function Get-Stopped {
                return @(Get-SimulatorServer $script:numbers | Where-Object { $_.status -eq 'NSTOP' } | ForEach-Object number)
            }
        }

        It 'stop all servers of the VPC but two, and start exactly those' {
            Invoke-Job evening.ps1 | Should -Be 0
            Get-Stopped | Should -Be '700003', '700004', '700005', '700006'

            Invoke-Job morning.ps1 | Should -Be 0
            Get-Stopped | Should -Be '700006'
            Join-Path $TestDrive evening.csv | Should -Not -Exist
        }

        It 'forget no server when a run had to be repeated' {
            Add-SimulatorFault ($script:refusal + @{ action = 'stopServerInstances' })
            Invoke-Job evening.ps1 | Should -Be 1
            Clear-SimulatorFault
            Invoke-Job evening.ps1 | Should -Be 0
            Get-Stopped | Should -Be '700003', '700004', '700005', '700006'

            Invoke-Job morning.ps1 | Should -Be 0
            Get-Stopped | Should -Be '700006'
        }

        It 'end with 1 and name the server that could not be started, and keep the list' {
            $null = Invoke-Job evening.ps1
            Add-SimulatorFault ($script:refusal + @{ action = 'startServerInstances' })

            Invoke-Job morning.ps1 | Should -Be 1
            Get-Stopped | Should -Be '700004', '700006'
            @(Read-File morning.log)[0] | Should -Match '^[\d-]+T[\d:]+ 700004: '
            Join-Path $TestDrive evening.csv | Should -Exist
        }

        It 'end with 0 where nothing was running' {
            Set-SimulatorRegion @{ code = 'KR'; servers = 0 }

            Invoke-Job evening.ps1 | Should -Be 0
            Invoke-Job morning.ps1 | Should -Be 0
        }

        It 'end with 1 without a key' {
            $none = @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null }
            Invoke-WithEnvironment $none { (Invoke-Job evening.ps1), (Invoke-Job morning.ps1) } | Should -Be 1, 1
        }
    }
}
