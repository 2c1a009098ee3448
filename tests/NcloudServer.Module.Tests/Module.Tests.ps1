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
        Get-ChildItem (Join-Path $script:folder 'bin/Core') -File -Recurse | ForEach-Object { $_.Name } | Sort-Object -Unique | Should -Be 'NcloudServer.Client.dll', 'NcloudServer.dll'
    }

    It 'brings to Windows PowerShell what that lacks, and nothing that it has' {
        $names = Get-ChildItem (Join-Path $script:folder 'bin/Desktop') | ForEach-Object { $_.Name }

        $names | Should -Contain 'NcloudServer.dll'
        $names | Should -Contain 'NcloudServer.Client.dll'
        $names | Should -Contain 'System.Text.Json.dll'
        $names | Should -Not -Contain 'System.Management.Automation.dll'
        $names | Where-Object { $_ -notlike '*.dll' } | Should -BeNullOrEmpty
    }

    It 'gives the license of each library that is not its own' {
        $notices = Get-Content (Join-Path $script:folder 'ThirdPartyNotices.txt')

        $notices -match '^    \S+$' | ForEach-Object { "$($_.Trim()).dll" } |
            Should -Be (Get-ChildItem (Join-Path $script:folder 'bin/Desktop') | ForEach-Object { $_.Name } | Where-Object { $_ -notlike 'NcloudServer*' } | Sort-Object)
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

# Debug builds have no images.
Describe 'The client that is compiled ahead' -Skip:((Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.GetCustomAttributes([Diagnostics.DebuggableAttribute], $false).IsJITOptimizerDisabled -contains $true) {
    BeforeAll {
        # A build's number, which is somewhere in each of its files; one text character a byte.
        $script:latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $script:build = $script:latin.GetString([NcloudServer.ServerInstance].Assembly.ManifestModule.ModuleVersionId.ToByteArray())

        # Stops a server in a process of its own and tells which client did it.
        function Invoke-Copy($Module) {
            (Invoke-ChildPowerShell "Import-Module '$Module/NcloudServer.psd1'; (1000001 | Stop-NcpServerInstance).GetType().Assembly.Location").Text.Trim()
        }

        $script:core = Join-Path (Split-Path (Get-ModulePath)) 'bin/Core'
        $script:platform = [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'is there for <_>, and is the one that runs everywhere' -ForEach 'linux-x64', 'win-x64' {
        foreach ($file in "$_/NcloudServer.Client.dll", 'NcloudServer.Client.dll') {
            $script:latin.GetString([IO.File]::ReadAllBytes((Join-Path $script:core $file))).Contains($script:build) | Should -BeTrue -Because $file
        }
    }

    It 'is taken where it fits, and nowhere else' {
        $copy = Join-Path $TestDrive 'fits'
        Copy-Item (Split-Path (Get-ModulePath)) $copy -Recurse

        Invoke-Copy (Split-Path (Get-ModulePath)) | Should -Be (@("$script:core/$script:platform", $script:core) |
            ForEach-Object { Join-Path $_ 'NcloudServer.Client.dll' } | Where-Object { Test-Path $_ } | Select-Object -First 1)
        Remove-Item "$copy/bin/Core/$script:platform" -Recurse -ErrorAction Ignore
        Invoke-Copy $copy | Should -Be (Join-Path $copy 'bin/Core/NcloudServer.Client.dll')
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

    It 'makes the types known, for whoever names one before the first command' {
        $child = Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'; [NcloudServer.ServerInstance]@{ ServerInstanceNo = 7 } | ForEach-Object Id"

        $child.Text.Trim() | Should -Be 7
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
