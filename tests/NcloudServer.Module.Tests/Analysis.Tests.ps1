BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $folders = '.ci', 'module', 'src', 'tests' | ForEach-Object { Join-Path $root $_ }
    $scripts = Get-ChildItem $folders -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }
    $script:files = @($scripts) + (Get-Item (Join-Path $root 'build.ps1')) |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
    # What the benchmarks start runs in the PowerShell that they found.
    $script:portable = @($script:files | Where-Object { $_.Name -notmatch 'Benchmarks' })
}

Describe 'Every script' {
    BeforeAll {
        function Get-Finding($Path, $Settings) {
            # A rule that fails has found nothing, and says so with an error alone.
            Invoke-ScriptAnalyzer -Path $Path -Settings $Settings -ErrorAction Stop |
                ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" }
        }

        $script:analyzer = Get-Module PSScriptAnalyzer -ListAvailable | Sort-Object Version | Select-Object -Last 1
    }

    It 'gives PSScriptAnalyzer nothing to say: <Name>' -ForEach $script:files {
        if (-not $script:analyzer) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }

        $rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.0') } }
        Get-Finding $Path @{ IncludeDefaultRules = $true; Rules = $rules } | Should -BeNullOrEmpty
    }

    It 'keeps to the types and commands that both editions have' -ForEach @{ Portable = $script:portable } {
        if (-not $script:analyzer -or -not (Test-Path (Join-Path $script:analyzer.ModuleBase 'compatibility_profiles/*.json'))) {
            Set-ItResult -Skipped -Because 'no PSScriptAnalyzer is installed that knows what each edition has'
        }

        $hosts = 'win-8_x64_10.0.17763.0_5.1.17763.316_x64_4.0.30319.42000_framework', 'ubuntu_x64_18.04_7.0.0_x64_3.1.2_core'
        foreach ($file in $Portable) {
            $rules = @{
                PSUseCompatibleTypes    = @{ Enable = $true; TargetProfiles = $hosts }
                # Tests have commands of Pester, and of one edition where they are about that.
                PSUseCompatibleCommands = @{ Enable = $file.Name -notlike '*.Tests*'; TargetProfiles = $hosts }
            }
            Get-Finding $file.Path @{ IncludeRules = @($rules.Keys); Rules = $rules } | Should -BeNullOrEmpty -Because $file.Name
        }
    }
}
