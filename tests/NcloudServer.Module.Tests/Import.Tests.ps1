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

    It 'imports silently where no method may be called' {
        $child = Invoke-ChildPowerShell "`$ErrorActionPreference = 'Stop'
            `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Import-Module '$(Get-ModulePath)'
            (1000001 | Stop-NcpServerInstance).Id"

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text.Trim() | Should -Be '1000001'
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

    It 'gives the one that is asked for' {
        $child = Invoke-ChildPowerShell @"
            $script:path
            Import-Module NcloudServer -RequiredVersion 0.0.9
            (Get-Command Stop-NcpServerInstance).Version.ToString()
            (1000001 | Stop-NcpServerInstance).Id
"@

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $child.Text.Trim() -split '\s+' | Should -Be '0.0.9', '1000001'
    }

    It 'gives the newer one when none is asked for' {
        (Invoke-ChildPowerShell "$script:path; Import-Module NcloudServer; (Get-Module NcloudServer).Version.ToString()").Text.Trim() |
            Should -Be '0.1.0'
    }

    It 'keeps the first one until it is removed; only then the second can be imported' {
        $child = Invoke-ChildPowerShell @"
            $script:path
            Import-Module NcloudServer -RequiredVersion 0.0.9
            try { Import-Module NcloudServer -RequiredVersion 0.1.0 } catch { `$_.Exception.Message }
            'loaded ' + (Get-Module NcloudServer | ForEach-Object { `$_.Version.ToString() })
            `$server = 1000001 | Stop-NcpServerInstance
            Remove-Module NcloudServer
            Import-Module NcloudServer -RequiredVersion 0.1.0
            'then ' + (Get-Module NcloudServer | ForEach-Object { `$_.Version.ToString() })
            'goes on with ' + (`$server | Stop-NcpServerInstance).Id
"@

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $lines = $child.Text -split '\r?\n' | Where-Object { $_ }
        $lines[0] | Should -BeLike '*Open a new session*'
        $lines[1..3] | Should -Be 'loaded 0.0.9', 'then 0.1.0', 'goes on with 1000001'
    }

    It 'says what to do if the session has loaded another version <When>' -ForEach @(
        @{ When = 'that is still imported'; Step = ''; Again = 'Import-Module "{0}/NcloudServer.psd1"'; IsOtherBuild = $true }
        @{ When = 'that was removed'; Step = 'Remove-Module NcloudServer'; Again = 'Import-Module "{0}/NcloudServer.psd1"'; IsOtherBuild = $true }
        # As .NET Framework does it with any; there, each import asks the script.
        @{ When = 'that .NET takes for the same'; Step = ''; Again = '& "{0}/import/Assert-Version.ps1" -File "{1}"'; IsOtherBuild = $false }
    ) {
        # The same module, but for the version of its assembly, which follows the name of a hash algorithm, and the id of its build.
        $folder = Join-Path $TestDrive "another-$($When.Length)"
        $module = Split-Path (Get-ModulePath)
        Copy-Item $module $folder -Recurse
        $own = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.Location
        $file = $own.Replace($module, $folder)
        $latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $bytes = [IO.File]::ReadAllBytes($file)
        $version = [Reflection.AssemblyName]::GetAssemblyName($file).Version
        $row = [byte[]](4, 128, 0, 0, $version.Major, 0, $version.Minor, 0, $version.Build, 0, 0, 0)
        $bytes[$latin.GetString($bytes).IndexOf($latin.GetString($row), [StringComparison]::Ordinal) + 8] += 7
        if ($IsOtherBuild) {
            $build = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.ManifestModule.ModuleVersionId.ToByteArray()
            $bytes[$latin.GetString($bytes).IndexOf($latin.GetString($build), [StringComparison]::Ordinal)] = 255 - $build[0]
        }

        [IO.File]::WriteAllBytes($file, $bytes)
        $other = "$($version.Major).$($version.Minor).$($version.Build + 7)"
        $child = Invoke-ChildPowerShell @"
            `$ErrorActionPreference = 'Stop'
            Import-Module '$folder/NcloudServer.psd1'
            (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.GetName().Version.ToString(3)
            $Step
            try { `$null = $($Again -f $module, $own) } catch { `$_.Exception.Message }
"@

        $child.Text -split '\r?\n' | Where-Object { $_ } | Should -Be $other, (
            "This session has loaded NcloudServer $other from another folder, and can load only one. " +
            'Open a new session and import the module there.')
    }
}
