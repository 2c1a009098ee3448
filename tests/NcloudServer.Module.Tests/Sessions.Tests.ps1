Describe 'A session' {
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
                    'Get-NcpRegion' = @{}
                    'Get-NcpServerInstance' = @{}
                    'Wait-NcpServerInstance' = @{ ServerInstanceNo = 1; Status = 'stopped' }
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
