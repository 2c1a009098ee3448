# No workflow runs before it is pushed: what can be known of one before that is checked here.
BeforeDiscovery {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    $script:workflows = @(Get-ChildItem (Join-Path $script:root '.github/workflows') -Filter *.yml | ForEach-Object {
            @{ Name = $_.Name; Root = $script:root; Text = (Get-Content $_.FullName -Raw) -replace "`r" }
        })
    $script:runs = @(foreach ($workflow in $script:workflows) {
            foreach ($match in [regex]::Matches($workflow.Text, '(?m)^ *(?:- )?run: *(.+)$')) {
                @{ Name = $workflow.Name; Root = $script:root; Line = $match.Groups[1].Value.Trim() }
            }
        })
}

Describe 'The workflow <Name>' -ForEach $script:workflows {
    It 'takes actions of known commits only, and says which versions they are' {
        $uses = [regex]::Matches($Text, '(?m)^.*\buses: *(.+)$') | ForEach-Object { $_.Groups[1].Value.Trim() }

        $uses | Should -Not -BeNullOrEmpty
        $uses | Where-Object { $_ -notmatch '^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$' } | Should -BeNullOrEmpty
    }

    It 'runs one line at a time: what takes more of them belongs into a script' {
        $Text | Should -Not -Match '(?m)^ *(?:- )?run: *[|>]'
    }

    It 'may by default read the sources, and nothing else' {
        $Text | Should -Match '(?m)^permissions:\n  contents: read\n\n'
    }

    It 'ends by itself: every job has a time limit' {
        $jobs = [regex]::Matches($Text, '(?m)^    runs-on: ').Count

        [regex]::Matches($Text, '(?m)^    timeout-minutes: \d+$').Count | Should -Be $jobs
    }
}

Describe 'What a workflow runs' {
    It 'exists, and takes the parameters it is given: <Line>' -ForEach $script:runs {
        # An expression stands for one word.
        $command = $Line -replace '\$\{\{.*?\}\}', 'word'
        $errors = $null
        $tree = [Management.Automation.Language.Parser]::ParseInput($command, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        $calls = $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
        foreach ($call in $calls | Where-Object { $_.GetCommandName() -like './*' }) {
            $script = Get-Command (Join-Path $Root $call.GetCommandName())
            $given = @($call.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } |
                    ForEach-Object { $_.ParameterName })
            $given | Where-Object { -not $script.Parameters.ContainsKey($_) } | Should -BeNullOrEmpty
            $script.Parameters.Values | Where-Object { $_.Attributes.Mandatory -contains $true -and $_.Name -notin $given } |
                Should -BeNullOrEmpty
            if ($call.Extent.Text -match '-Task (\w+)') {
                $tasks = $script.Parameters['Task'].Attributes | Where-Object { $_ -is [ValidateSet] }
                $Matches[1] | Should -BeIn $tasks.ValidValues
            }
        }
    }

}

Describe 'The scripts of tasks and workflows' {
    It 'are all in use' -ForEach @{ Root = Split-Path (Split-Path $PSScriptRoot) } {
        $users = @(Get-ChildItem (Join-Path $Root '.ci'), (Join-Path $Root '.github') -Recurse -File) + (Get-Item (Join-Path $Root 'build.ps1'))
        foreach ($script in Get-ChildItem (Join-Path $Root '.ci') -Filter *.ps1) {
            $users | Where-Object { $_.Name -ne $script.Name } | Select-String $script.Name -SimpleMatch -List |
                Should -Not -BeNullOrEmpty -Because "$($script.Name) should be in use"
        }
    }
}

Describe 'A release' -Skip:(-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
    BeforeAll {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $script:check = Join-Path $root '.ci/Test-Release.ps1'
        $script:version = (Import-PowerShellDataFile (Get-ModulePath)).ModuleVersion
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive packages)
        # Without them, the list of repositories and a configuration would be written to the current folder.
        $null = New-Item -ItemType Directory -Force (Join-Path $env:HOME '.local/share'), (Join-Path $env:HOME '.config')
        $pack = Join-Path $root '.ci/New-Package.ps1'
        $script:package = & $pack -Module (Split-Path (Get-ModulePath)) -Destination $folder.FullName
    }

    It 'is made only if package, manifest, changelog and tag name one version: <Case>' -ForEach @(
        @{ Case = 'they do'; Tag = '{0}'; Heading = '## [{0}] - 2026-12-01'; Text = '' }
        @{ Case = 'another tag'; Tag = '9.9.9'; Heading = '## [{0}] - 2026-12-01'; Text = '*tag 9.9.9*' }
        @{ Case = 'an older changelog'; Tag = '{0}'; Heading = '## [0.0.1] - 2026-12-01'; Text = '*changelog 0.0.1*' }
        @{ Case = 'a changelog without versions'; Tag = '{0}'; Heading = ''; Text = '*changelog no version*' }
    ) {
        $changelog = Join-Path $TestDrive 'CHANGELOG.md'
        Set-Content $changelog '# Changelog', '', '## [Unreleased]', '', ($Heading -f $script:version), '', '## [0.0.0] - 2026-01-01'
        if (-not $Heading) {
            Set-Content $changelog '# Changelog', '', '## [Unreleased]'
        }

        $run = { & $script:check -Package $script:package -Tag "v$($Tag -f $script:version)" -Changelog $changelog 6>&1 }
        if ($Text) {
            $run | Should -Throw $Text
        } else {
            "$(& $run)" | Should -BeLike 'One version*'
        }
    }
}
