BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $scripts = Get-ChildItem (Join-Path $root 'module'), $PSScriptRoot -Recurse -Include *.ps1, *.psm1, *.psd1
    $script:files = @($scripts) + (Get-Item (Join-Path $root 'build.ps1')) |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
}

Describe 'Every script' {
    It 'gives PSScriptAnalyzer nothing to say, and keeps to the syntax of both editions: <Name>' -ForEach $script:files {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }

        $settings = @{ IncludeDefaultRules = $true; Rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.0') } } }
        Invoke-ScriptAnalyzer -Path $Path -Settings $settings |
            ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
