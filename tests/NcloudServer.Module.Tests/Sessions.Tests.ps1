Describe 'The module, taken away and brought back' {
    BeforeEach { Reset-Simulator }

    It 'works as before, with its views and aliases, however often it is loaded' {
        $child = Invoke-ChildPowerShell @"
            `$ErrorActionPreference = 'Stop'
            Import-Module '$(Get-ModulePath)'
            Import-Module '$(Get-ModulePath)' -Force
            Import-Module '$(Get-ModulePath)' -Force
            Remove-Module NcloudServer
            Import-Module '$(Get-ModulePath)'
            `$server = Get-NcpServerInstance 1000001
            'aliases ' + `$server.Id + ' ' + `$server.Name + ' ' + `$server.StatusName
            `$server | Out-String -Width 80
            1000001 | Stop-NcpServerInstance | ForEach-Object StatusName
"@

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text | Should -Match 'aliases 1000001 web-0001 running'
        $child.Text | Should -Match '(?m)^ +1000001 web-0001 +running'
        $child.Text | Should -Match 'shutting down'
    }
}

Describe 'Two versions side by side' {
    BeforeAll {
        # Named as a gallery's client would name the folders.
        foreach ($version in '0.0.9', '0.1.0') {
            $folder = Join-Path $TestDrive "NcloudServer/$version"
            $null = New-Item -ItemType Directory -Force $folder
            Copy-Item (Join-Path (Split-Path (Get-ModulePath)) '*') $folder -Recurse
            $manifest = Join-Path $folder 'NcloudServer.psd1'
            (Get-Content $manifest -Raw) -replace "ModuleVersion += '[^']+'", "ModuleVersion = '$version'" | Set-Content $manifest
        }

        $script:path = "`$env:PSModulePath = '$TestDrive' + [IO.Path]::PathSeparator + `$env:PSModulePath; `$ErrorActionPreference = 'Stop'"
    }

    BeforeEach { Reset-Simulator }

    It 'gives the one that is asked for: <_>' -ForEach '0.0.9', '0.1.0' {
        $child = Invoke-ChildPowerShell "$script:path; Import-Module NcloudServer -RequiredVersion $_; (Get-Command Stop-NcpServerInstance).Version.ToString(); (1000001 | Stop-NcpServerInstance).Id"

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text | Should -Match ([regex]::Escape($_))
        $child.Text | Should -Match '1000001'
    }

    It 'gives the newer one when none is asked for' {
        (Invoke-ChildPowerShell "$script:path; Import-Module NcloudServer; (Get-Module NcloudServer).Version.ToString()").Text.Trim() | Should -Be '0.1.0'
    }

    It 'does not put the second over the first: the first goes on, and the second comes once the first is gone' {
        $child = Invoke-ChildPowerShell @"
            $script:path
            Import-Module NcloudServer -RequiredVersion 0.0.9
            try { Import-Module NcloudServer -RequiredVersion 0.1.0 } catch { 'refused' }
            'loaded ' + (Get-Module NcloudServer | ForEach-Object { `$_.Version.ToString() })
            `$server = 1000001 | Stop-NcpServerInstance
            Remove-Module NcloudServer
            Import-Module NcloudServer -RequiredVersion 0.1.0
            'then ' + (Get-Module NcloudServer | ForEach-Object { `$_.Version.ToString() })
            'goes on with ' + (`$server | Stop-NcpServerInstance).Id
"@

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text -split '\r?\n' | Where-Object { $_ } | Should -Be 'refused', 'loaded 0.0.9', 'then 0.1.0', 'goes on with 1000001'
    }
}

Describe 'A session of its own kind' {
    BeforeEach {
        Reset-Simulator
        $script:session = New-ModuleSession
    }

    AfterEach {
        Close-ModuleSession $script:session
    }

    It 'works where the language is constrained' {
        $credential = ConvertTo-Credential $env:NCLOUD_ACCESS_KEY_ID $env:NCLOUD_SECRET_ACCESS_KEY
        $script:session.Shell.Runspace.SessionStateProxy.SetVariable('credential', $credential)
        $out = $script:session.Shell.AddScript({
                $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
                1000001, '1000002' | Stop-NcpServerInstance -EndpointUrl $env:NCLOUD_API_GW -Credential $credential
                'ServerInstanceNo,RegionCode', '2000001,JPN' | ConvertFrom-Csv | Stop-NcpServerInstance -WarningAction Stop
                '{ "ServerInstanceNo": 1000003 }' | ConvertFrom-Json | Invoke-NcpServerInterrupt -Force
                Get-NcpServerInstance -ServerName '*-000[4-5]' -Status running | Where-Object { $_.PlatformType.Code -like '*64' }
                # Last, because it must not be possible: or the language was not constrained at all.
                [Environment]::GetEnvironmentVariable('HOME')
            }).Invoke()

        $out.ServerInstanceNo | Should -Be '1000001', '1000002', '2000001', '1000003', '1000004', '1000005'
        $script:session.Shell.Streams.Error | Should -HaveCount 1
        "$($script:session.Shell.Streams.Error)" | Should -Match 'language mode'
    }

    It 'works under the strictest mode' {
        $out = $script:session.Shell.AddScript({
                Set-StrictMode -Version Latest
                $ErrorActionPreference = 'Stop'
                Get-NcpServerInstance -ServerName '*-000[12]' | Stop-NcpServerInstance | Out-String -Width 80
                Get-NcpServerInstance 1000001 | Format-List | Out-String
                [pscustomobject]@{ ServerInstanceNo = '1000002' } | Get-NcpServerInstance | ForEach-Object { "$($_.Id) $($_.Name)" }
            }).Invoke() -join "`n"

        $script:session.Shell.Streams.Error | Should -BeNullOrEmpty
        $out | Should -Match '1000002 app-0002'
    }

    It 'takes the profile of every cmdlet from $PSDefaultParameterValues' {
        $ids = $script:session.Shell.AddScript({
                $PSDefaultParameterValues['*-Ncp*:ProfileName'] = 'a profile that nobody has'
                $arguments = @{
                    'Get-NcpRegion' = @{}; 'Get-NcpServerInstance' = @{}; 'Wait-NcpServerInstance' = @{ ServerInstanceNo = 1; Status = 'stopped' }
                    'Invoke-NcpServerInterrupt' = @{ ServerInstanceNo = 1; Force = $true }
                }
                # Those that keep the profiles are not among them: a profile's name is what they work on.
                foreach ($command in Get-Command -Module NcloudServer | Where-Object { $_.Noun -ne 'NcpProfile' }) {
                    $given = if ($arguments.ContainsKey($command.Name)) { $arguments[$command.Name] } else { @{ ServerInstanceNo = 1 } }
                    try { & $command @given } catch { "$($_.FullyQualifiedErrorId.Split(',')[0]) $($_.Exception.Message -match 'nobody')" }
                }
            }).Invoke()

        $ids | Should -HaveCount @(Get-Command -Module NcloudServer | Where-Object { $_.Noun -ne 'NcpProfile' }).Count
        $ids | Sort-Object -Unique | Should -Be 'NcpProfileNotFound True'
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'takes the region from $PSDefaultParameterValues, and -AllRegions still means all' {
        $out = $script:session.Shell.AddScript({
                $PSDefaultParameterValues['*-Ncp*:RegionCode'] = 'JPN'
                2000001 | Stop-NcpServerInstance
                Get-NcpServerInstance -AllRegions -ServerName '*-0001'
            }).Invoke()

        $script:session.Shell.Streams.Error | Should -BeNullOrEmpty
        $out.RegionCode | Sort-Object | Should -Be 'JPN', 'JPN', 'KR', 'SGN'
    }

    It 'takes a region from $PSDefaultParameterValues for a typed one, which holds for piped servers too; NCLOUD_REGION does not' {
        $script = {
            $server = Get-NcpServerInstance 2000001 -RegionCode JPN
            if ($args) { $PSDefaultParameterValues['*-Ncp*:RegionCode'] = 'KR' }
            $server | Stop-NcpServerInstance
        }

        $out = Invoke-WithEnvironment @{ NCLOUD_REGION = 'KR' } { $script:session.Shell.AddScript($script).Invoke() }
        $out.RegionCode | Should -Be 'JPN'

        $script:session.Shell.Commands.Clear()
        $null = $script:session.Shell.AddScript($script).AddArgument($true).Invoke()
        "$($script:session.Shell.Streams.Error)" | Should -Be '2000001: There is no such server in region KR.'
    }

    It 'works in a pool of runspaces, many at once' {
        $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        $state.ImportPSModule((Get-ModulePath))
        $pool = [RunspaceFactory]::CreateRunspacePool($state)
        $null = $pool.SetMaxRunspaces(4)
        $pool.Open()
        try {
            $runs = foreach ($first in 0..7 | ForEach-Object { 1000001 + 10 * $_ }) {
                $shell = [PowerShell]::Create()
                $shell.RunspacePool = $pool
                $null = $shell.AddScript("$first..$($first + 9) | Stop-NcpServerInstance -BatchSize 3; 99 | Get-NcpServerInstance")
                @{ Shell = $shell; Expected = $first..($first + 9); Run = $shell.BeginInvoke() }
            }

            foreach ($run in $runs) {
                $run.Shell.EndInvoke($run.Run).ServerInstanceNo | Should -Be $run.Expected
                $run.Shell.Streams.Error.TargetObject | Should -Be '99'
                $run.Shell.Dispose()
            }
        } finally {
            $pool.Dispose()
        }
    }
}

Describe 'The syntax of the cmdlets' {
    It 'is the one that users know' {
        # What a change of it takes away or adds is a matter of the version number; a wanted change goes into Syntax.txt.
        $lines = Get-Command -Module NcloudServer | Sort-Object Name | ForEach-Object { (Get-Command $_ -Syntax) -split '\r?\n' } | Where-Object { $_ }

        Compare-Object (Get-Content (Join-Path $PSScriptRoot 'Syntax.txt')) @($lines) | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } | Should -BeNullOrEmpty
    }
}
