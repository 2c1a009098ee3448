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

    It 'reads nothing and sends nothing' {
        Set-SimulatorRole @{ mode = 'On' }
        $broken = @{
            NCLOUD_ACCESS_KEY_ID = $null; NCLOUD_SECRET_ACCESS_KEY = $null; NCLOUD_API_GW = 'no address'; NCLOUD_PROFILE = 'nobody'
        }
        $child = Invoke-WithEnvironment $broken {
            Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)' -ErrorAction Stop; (Get-Command -Module NcloudServer).Count"
        }

        $child.ExitCode | Should -Be 0
        $child.Text.Trim() | Should -Be @((Import-PowerShellDataFile (Get-ModulePath)).CmdletsToExport).Count
        Get-SimulatorRequest | Should -BeNullOrEmpty
    }

    It 'makes the types known before the first command' {
        $child = Invoke-ChildPowerShell "Import-Module '$(Get-ModulePath)'
            [NcloudServer.ServerInstance]@{ ServerInstanceNo = 7 } | ForEach-Object Id"

        $child.Text.Trim() | Should -Be 7
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
        $child = Invoke-ChildPowerShell @"
            $script:path
            Import-Module NcloudServer -RequiredVersion $_
            (Get-Command Stop-NcpServerInstance).Version.ToString()
            (1000001 | Stop-NcpServerInstance).Id
"@

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text | Should -Match ([regex]::Escape($_))
        $child.Text | Should -Match '1000001'
    }

    It 'gives the newer one when none is asked for' {
        (Invoke-ChildPowerShell "$script:path; Import-Module NcloudServer; (Get-Module NcloudServer).Version.ToString()").Text.Trim() |
            Should -Be '0.1.0'
    }

    It 'keeps the first one until it is removed; only then the second can be imported' {
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
