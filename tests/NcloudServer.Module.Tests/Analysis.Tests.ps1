BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $scripts = Get-ChildItem (Join-Path $root 'module'), $PSScriptRoot -Recurse -Include *.ps1, *.psm1, *.psd1
    $script:files = @($scripts) + (Get-Item (Join-Path $root 'build.ps1')) |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
}

Describe 'Every script' {
    It 'gives PSScriptAnalyzer nothing to say, and keeps to what both editions have: <Name>' -ForEach $script:files {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }

        $hosts = 'win-8_x64_10.0.17763.0_5.1.17763.316_x64_4.0.30319.42000_framework', 'ubuntu_x64_18.04_7.0.0_x64_3.1.2_core'
        $settings = @{
            IncludeDefaultRules = $true
            Rules               = @{
                PSUseCompatibleSyntax   = @{ Enable = $true; TargetVersions = @('5.1', '7.0') }
                PSUseCompatibleTypes    = @{ Enable = $true; TargetProfiles = $hosts }
                # Tests have commands of Pester, and of one edition where they are about that.
                PSUseCompatibleCommands = @{ Enable = -not $Path.StartsWith($PSScriptRoot); TargetProfiles = $hosts }
            }
        }

        Invoke-ScriptAnalyzer -Path $Path -Settings $settings |
            ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
