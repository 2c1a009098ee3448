BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'HelpText.psm1')
}

Describe 'The script for a scheduled task in about_NcloudServer_ScheduledTasks' {
    BeforeAll {
        $script:job = @(@(Get-CodeBlock 'en-US' about_NcloudServer_ScheduledTasks) -match 'exit 1')
        # By its name a module is found only where modules are, and nobody wants to wait five seconds here.
        $script:text = "`$PSDefaultParameterValues['*-Ncp*:PollingIntervalSec'] = 1`n" +
            $script:job[0].Replace('Import-Module NcloudServer', "Import-Module '$(Get-ModulePath)'")
        $script:path = Join-Path $TestDrive 'stop-fleet.ps1'

        function Invoke-Job {
            $engine = Get-EnginePath
            $ErrorActionPreference = 'Continue'
            $null = & $engine -NoProfile -NonInteractive -File $script:path 2>&1
            return $LASTEXITCODE
        }
    }

    BeforeEach {
        Reset-Simulator
        Set-SimulatorTime @{ shutdownSeconds = 0 }
        Remove-Item (Join-Path $TestDrive '*')
        Set-Content $script:path $script:text
    }

    It 'is the only one' {
        $script:job.Count | Should -Be 1
    }

    It 'is what the schedulers are told to run, in <_>' -ForEach 'en-US', 'ko-KR' {
        $path = Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$_/about_NcloudServer_ScheduledTasks.md"
        $source = Get-Content $path -Raw -Encoding UTF8

        [regex]::Matches($source, '(?m)^(?:ExecStart=/usr/bin/)?pwsh (.*?)\r?$') | ForEach-Object { $_.Groups[1].Value } |
            Should -Be @('-NoProfile -NonInteractive -File stop-fleet.ps1', '-NoProfile -NonInteractive -File stop-fleet.ps1')
    }

    It 'ends with 0 when all has gone well' {
        Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '1000301,KR', '2000001,JPN'

        Invoke-Job | Should -Be 0
        @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
    }

    It 'ends with 1 when a number has failed, with every other outcome kept' {
        Set-Content (Join-Path $TestDrive 'fleet.csv') 'ServerInstanceNo,RegionCode', '99,KR', '1000301,KR', '2000001,JPN'

        Invoke-Job | Should -Be 1
        @(Import-Csv (Join-Path $TestDrive 'stopped.csv')).ServerInstanceNo | Sort-Object | Should -Be '1000301', '2000001'
        Get-Content (Join-Path $TestDrive 'problems.txt') | Should -BeLike '99: *'
    }

    It 'ends with 1 when <Name>' -ForEach @(
        @{
            Name = 'there is no key'; Variable = @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null }
            Fleet = 'ServerInstanceNo', '1000301'
        }
        @{
            Name = 'the service does not accept the key'; Variable = @{ NCLOUD_SECRET_ACCESS_KEY = 'another' }
            Fleet = 'ServerInstanceNo', '1000301'
        }
        @{ Name = 'there is no file'; Variable = @{}; Fleet = $null }
    ) {
        if ($Fleet) {
            Set-Content (Join-Path $TestDrive 'fleet.csv') $Fleet
        }

        Invoke-WithEnvironment $Variable { Invoke-Job } | Should -Be 1
    }
}
