BeforeDiscovery {
    # Debug builds have no images.
    $script:isDebugBuild = (Get-Command Stop-NcpServerInstance).ImplementingType.Assembly.
        GetCustomAttributes([Diagnostics.DebuggableAttribute], $false).IsJITOptimizerDisabled -contains $true
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
