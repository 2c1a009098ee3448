BeforeDiscovery {
    $script:languages = 'en-US', 'ko-KR'
    $script:topics = foreach ($language in $script:languages) {
        Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) "src/NcloudServer.Help/$language") -Filter about_*.md |
            ForEach-Object { @{ Name = $_.BaseName; Language = $language; Source = $_.FullName } }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'HelpText.psm1')
}

Describe '<Name> in <Language>' -ForEach $script:topics {
    BeforeAll {
        $script:about = (Get-ShownHelp $Language).Topics[$Name]
        $script:blocks = @(Get-CodeBlock $Language $Name)
    }

    It 'is found, in its own language, and says in a line what it is about' {
        $script:about | Should -Match "(?m)^ +$Name\r?$"
        [bool]($script:about -match '\p{IsHangulSyllables}') | Should -Be ($Language -eq 'ko-KR')
        # Get-Help about_* shows the fifth line as the synopsis, and that line alone.
        $lines = $script:about.Trim() -split '\r?\n'
        $lines[4] | Should -Match '^    \w.*[.]$'
        $lines[5] | Should -BeNullOrEmpty
    }

    It 'comes out of the Markdown whole' {
        # What the generator breaks: tables, emphasis and links in a paragraph become fragments.
        $prose = [regex]::Replace((Get-Content $Source -Raw -Encoding UTF8), '(?ms)^```.*?^```', '')
        [regex]::Matches($prose, '(?m)^\||\]\(|\*|`').Value | Should -BeNullOrEmpty
    }

    It 'shows code that PowerShell can read, with parameters that there are' {
        foreach ($block in $script:blocks) {
            $mistakes = $null
            $tree = [Management.Automation.Language.Parser]::ParseInput($block, [ref]$null, [ref]$mistakes)
            $mistakes | Should -BeNullOrEmpty
            $isCall = { $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -like '*-Ncp*' }
            foreach ($call in $tree.FindAll($isCall, $true)) {
                $known = (Get-Command $call.GetCommandName()).Parameters
                $call.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } |
                    Where-Object { -not $known.ContainsKey($_.ParameterName) } | Should -BeNullOrEmpty
            }
        }
    }

    It 'says the same in both languages, apart from the language' {
        $script:blocks | Should -Be @(Get-CodeBlock 'en-US' $Name)
        $outlines = foreach ($culture in 'en-US', 'ko-KR') {
            $text = Get-Content (Join-Path (Split-Path (Split-Path $Source)) "$culture/$Name.md") -Raw -Encoding UTF8
            , [regex]::Matches($text, '(?m)^(#+ |- |```\w*)').Value
        }
        $outlines[0] | Should -BeExactly $outlines[1]
    }

    It 'refers to commands and topics that there are' {
        $known = (Get-Command -Module NcloudServer).Name + (Get-ShownHelp $Language).Topics.Keys
        # The underscore is part of a topic's name; a Korean particle is not.
        [regex]::Matches($script:about, '[A-Z][a-z]+-Ncp[A-Za-z]+|about_NcloudServer(_[A-Za-z]+)?').Value |
            Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The topics in <_>' -ForEach $script:languages {
    BeforeAll {
        $script:all = (Get-ShownHelp $_).Topics
    }

    It 'name every error id in one place' {
        [Enum]::GetNames([NcloudServer.NcpErrorId]) | Where-Object { -not (Test-Word $script:all['about_NcloudServer_Errors'] $_) } |
            Should -BeNullOrEmpty
    }

    It 'begin with one that names every cmdlet and every other topic' {
        (Get-Command -Module NcloudServer).Name + $script:all.Keys |
            Where-Object { -not (Test-Word $script:all['about_NcloudServer'] $_) } | Should -BeNullOrEmpty
    }

    It 'name every variable that the module reads' {
        $variables = Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) src) -Recurse -Filter *.cs |
            Select-String '"(NCLOUD_[A-Z_]+)"' -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value } |
                Sort-Object -Unique

        @($variables).Count | Should -BeGreaterThan 6
        $variables | Where-Object { -not (Test-Word ($script:all.Values -join "`n") $_) } | Should -BeNullOrEmpty
    }
}

Describe 'The help files of the module' {
    It 'are what the Markdown gives' {
        if (-not (Get-Module platyPS -ListAvailable)) {
            Set-ItResult -Skipped -Because 'platyPS is not installed'
        }

        $root = Split-Path (Split-Path $PSScriptRoot)
        # In a process of its own: platyPS brings DLLs that no test should meet.
        $child = Invoke-ChildPowerShell "& '$(Join-Path $root 'build.ps1')' -Task Help -HelpPath '$TestDrive/help'"

        $child.ExitCode | Should -Be 0 -Because $child.Text
        $made = @(Get-ChildItem "$TestDrive/help" -Recurse -File)
        # One file for all cmdlets, and one for each topic.
        $made.Count | Should -Be (2 + @(Get-ChildItem (Join-Path $root 'src/NcloudServer.Help') -Recurse -Filter about_*.md).Count)
        $committed = @(Get-ChildItem (Join-Path $root 'module/*/*') -File | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" })
        Compare-Object $committed @($made | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" }) | Should -BeNullOrEmpty
        foreach ($file in $made) {
            $committed = Join-Path $root "module/$($file.Directory.Name)/$($file.Name)"
            # Git chooses the line ends, so they say nothing.
            $expected = (Get-Content $committed -Encoding UTF8) -join "`n"
            (Get-Content $file.FullName -Encoding UTF8) -join "`n" |
                Should -BeExactly $expected -Because "$committed has to be made anew with build.ps1 -Task Help"
        }
    }

    It 'send nobody to a page that is not the API''s' {
        foreach ($command in Get-Command -Module NcloudServer -Noun Ncp[RS]*) {
            $command.HelpUri | Should -Match '^https://api\.ncloud-docs\.com/docs/en/compute-vserver-server-[a-z-]+$'
        }
    }
}
