BeforeDiscovery {
    # Debug builds have no images.
    $script:isDebugBuild = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.
        GetCustomAttributes([Diagnostics.DebuggableAttribute], $false).IsJITOptimizerDisabled -contains $true
}

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
        $types = (Import-PowerShellDataFile (Join-Path $script:folder 'import/NcloudServer.Types.psd1')).TypesToProcess
        @(Split-Path $types -Leaf) + $script:declared.FormatsToProcess | Should -Contain $_
    }

    It 'brings nothing to PowerShell 7 that could clash with it' {
        Get-ChildItem (Join-Path $script:folder 'bin/Core') -File -Recurse | ForEach-Object { $_.Name } | Sort-Object -Unique |
            Should -Be 'NcloudServer.Client.dll', 'NcloudServer.dll'
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

        $libraries = Get-ChildItem (Join-Path $script:folder 'bin/Desktop') | ForEach-Object { $_.Name } |
            Where-Object { $_ -notlike 'NcloudServer*' } | Sort-Object

        $notices -match '^    \S+$' | ForEach-Object { "$($_.Trim()).dll" } | Should -Be $libraries
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

Describe 'The client that is compiled ahead' -Skip:$script:isDebugBuild {
    BeforeAll {
        # A build's number, which is somewhere in each of its files; one text character a byte.
        $script:latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $script:build = $script:latin.GetString([NcloudServer.ServerInstance].Assembly.ManifestModule.ModuleVersionId.ToByteArray())

        # Stops a server in a process of its own and tells which client did it.
        function Invoke-Copy($Module) {
            $command = "Import-Module '$Module/NcloudServer.psd1'; (1000001 | Stop-NcpServerInstance).GetType().Assembly.Location"
            (Invoke-ChildPowerShell $command).Text.Trim()
        }

        $script:core = Join-Path (Split-Path (Get-ModulePath)) 'bin/Core'
        $script:platform = [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'is there for <_>, and is the one that runs everywhere' -ForEach 'linux-x64', 'win-x64' {
        foreach ($file in "$_/NcloudServer.Client.dll", 'NcloudServer.Client.dll') {
            $script:latin.GetString([IO.File]::ReadAllBytes((Join-Path $script:core $file))).Contains($script:build) |
                Should -BeTrue -Because $file
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

Describe 'The syntax of the cmdlets' {
    It 'is the one that users know' {
        # What a change of it takes away or adds is a matter of the version number; a wanted change goes into Syntax.txt.
        $lines = Get-Command -Module NcloudServer | Sort-Object Name | ForEach-Object { (Get-Command $_ -Syntax) -split '\r?\n' } |
            Where-Object { $_ }

        Compare-Object (Get-Content (Join-Path $PSScriptRoot 'Syntax.txt')) @($lines) |
            ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } | Should -BeNullOrEmpty
    }
}
