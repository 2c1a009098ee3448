Describe 'The module' {
    BeforeAll {
        $script:folder = Split-Path (Get-ModulePath)
        $script:declared = Import-PowerShellDataFile (Get-ModulePath)
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'has a manifest that PowerShell accepts' {
        $manifest = Test-ModuleManifest (Get-ModulePath) -ErrorAction Stop

        $manifest.Name | Should -Be 'NcloudServer'
        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        $manifest.PowerShellVersion | Should -Be '5.1'
    }

    It 'exports what it declares, and declares without wildcards' {
        $commands = Get-Command -Module NcloudServer

        $commands.Name | Sort-Object | Should -Be ($script:declared.CmdletsToExport | Sort-Object)
        $commands.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        $script:declared.FunctionsToExport | Should -BeNullOrEmpty
        $script:declared.AliasesToExport | Should -BeNullOrEmpty
        $script:declared.VariablesToExport | Should -BeNullOrEmpty
        "$($script:declared.CmdletsToExport)" | Should -Not -Match '\*'
    }

    It 'names its commands with verbs that PowerShell approves' {
        $approved = (Get-Verb).Verb

        Get-Command -Module NcloudServer | Where-Object { $_.Verb -notin $approved } | Should -BeNullOrEmpty
    }

    It 'has <_> to show its servers' -ForEach 'NcloudServer.Format.ps1xml', 'NcloudServer.Types.ps1xml' {
        Join-Path $script:folder $_ | Should -Exist
        @($script:declared.TypesToProcess) + $script:declared.FormatsToProcess | Should -Contain $_
    }

    It 'brings nothing to PowerShell 7 that could clash with it' {
        Get-ChildItem (Join-Path $script:folder 'bin/net8.0') | ForEach-Object { $_.Name } | Sort-Object | Should -Be 'NcloudServer.Client.dll', 'NcloudServer.dll'
    }

    It 'brings to Windows PowerShell what that lacks, and nothing that it has' {
        $names = Get-ChildItem (Join-Path $script:folder 'bin/net472') | ForEach-Object { $_.Name }

        $names | Should -Contain 'NcloudServer.dll'
        $names | Should -Contain 'NcloudServer.Client.dll'
        $names | Should -Contain 'System.Text.Json.dll'
        $names | Should -Not -Contain 'System.Management.Automation.dll'
        $names | Where-Object { $_ -notlike '*.dll' } | Should -BeNullOrEmpty
    }

    It 'gives the license of each library that is not its own' {
        $notices = Get-Content (Join-Path $script:folder 'ThirdPartyNotices.txt')

        $notices -match '^    \S+$' | ForEach-Object { "$($_.Trim()).dll" } |
            Should -Be (Get-ChildItem (Join-Path $script:folder 'bin/net472') | ForEach-Object { $_.Name } | Where-Object { $_ -notlike 'NcloudServer*' } | Sort-Object)
        Join-Path $script:folder 'LICENSE' | Should -Exist
    }

    It 'says in its manifest what has changed' {
        $script:declared.PrivateData.PSData.ReleaseNotes | Should -Match '^### \w+'
    }

    It 'asks by default before an interrupt, and not before a stop' {
        function Get-Impact($Command) {
            $Command.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false).ConfirmImpact
        }

        Get-Impact (Get-Command Invoke-NcpServerInterrupt) | Should -Be 'High'
        Get-Impact (Get-Command Stop-NcpServerInstance) | Should -Be 'Medium'
    }
}

Describe 'Importing the module' {
    BeforeEach {
        Reset-Simulator
        $script:broken = Join-Path $env:HOME '.ncloud'
        $null = New-Item -ItemType Directory -Force $script:broken
        Set-Content (Join-Path $script:broken configure) 'this is no configuration', '[neither'
    }

    AfterEach {
        Remove-Item $script:broken -Recurse -Force
    }

    It 'reads nothing and asks nobody' {
        Set-SimulatorRole @{ mode = 'On' }
        $child = Invoke-WithEnvironment @{ NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null; NCLOUD_API_GW = 'no address'; NCLOUD_PROFILE = 'nobody' } {
            Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)' -ErrorAction Stop; (Get-Command -Module NcloudServer).Count"
        }

        $child.ExitCode | Should -Be 0
        $child.Text.Trim() | Should -Be @((Import-PowerShellDataFile (Get-ModulePath)).CmdletsToExport).Count
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'can be done twice, and again with -Force, and taken back' {
        $child = Invoke-ChildPowerShell @"
            Import-Module '$(Get-ModulePath)'
            Import-Module '$(Get-ModulePath)'
            Import-Module '$(Get-ModulePath)' -Force
            Import-Module '$(Get-ModulePath)' -Force
            (1000001 | Stop-NcpServerInstance | Out-String -Width 80)
            Remove-Module NcloudServer
            'commands left: ' + @(Get-Command -Module NcloudServer).Count
"@

        $child.ExitCode | Should -Be 0
        $child.Text | Should -Match '1000001 web-0001 +shutting down'
        $child.Text | Should -Match 'commands left: 0'
    }
}
