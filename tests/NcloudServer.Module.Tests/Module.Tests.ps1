BeforeDiscovery {
    # Debug builds have no images.
    $script:isDebugBuild = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.
        GetCustomAttributes([Diagnostics.DebuggableAttribute], $false).IsJITOptimizerDisabled -contains $true
}

Describe 'What is compiled ahead' -Skip:$script:isDebugBuild {
    BeforeAll {
        # A build's number is somewhere in each of its files; one text character a byte.
        $script:latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $script:builds = @{
            'NcloudServer.dll'        = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.ManifestModule.ModuleVersionId
            'NcloudServer.Client.dll' = [NcloudServer.ServerInstance].Assembly.ManifestModule.ModuleVersionId
        }

        # Stops a server in a process of its own and tells which assemblies did it.
        function Invoke-Copy($Module) {
            $command = "Import-Module '$Module/NcloudServer.psd1'; (1000001 | Stop-NcpServerInstance).GetType().Assembly.Location; " +
                '(Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.Location'
            (Invoke-ChildPowerShell $command).Text.Trim() -split '\s+'
        }

        $script:core = Join-Path (Split-Path (Get-ModulePath)) 'bin/Core'
        $script:platform = [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
    }

    BeforeEach {
        Reset-Simulator
    }

    It 'is there for <_>, and is the one that runs everywhere' -ForEach 'linux-x64', 'win-x64' {
        foreach ($folder in $_, '.') {
            foreach ($file in $script:builds.Keys) {
                $build = $script:latin.GetString($script:builds[$file].ToByteArray())
                $script:latin.GetString([IO.File]::ReadAllBytes((Join-Path $script:core "$folder/$file"))).Contains($build) |
                    Should -BeTrue -Because "$folder/$file"
            }
        }
    }

    It 'is taken where it fits, and nowhere else' {
        $copy = Join-Path $TestDrive 'fits'
        Copy-Item (Split-Path (Get-ModulePath)) $copy -Recurse

        $fitting = @("$script:core/$script:platform", $script:core) | Where-Object { Test-Path $_ } | Select-Object -First 1
        $files = 'NcloudServer.Client.dll', 'NcloudServer.dll'
        Invoke-Copy (Split-Path (Get-ModulePath)) | Should -Be ($files | ForEach-Object { Join-Path $fitting $_ })
        Remove-Item "$copy/bin/Core/$script:platform" -Recurse -ErrorAction Ignore
        Invoke-Copy $copy | Should -Be ($files | ForEach-Object { Join-Path $copy "bin/Core/$_" })
    }
}
