Describe 'The help files of the module' {
    BeforeAll {
        $script:root = Split-Path (Split-Path $PSScriptRoot)

        function Assert-Made([string] $Committed, [string[]] $Made) {
            # Git chooses the line ends, so they say nothing.
            $Made -join "`n" | Should -BeExactly ((Get-Content (Join-Path $script:root $Committed) -Encoding UTF8) -join "`n") -Because (
                "$Committed has to be made anew with build.ps1 -Task Help")
        }
    }

    It 'are what the Markdown gives, topics: <_>' -ForEach 'en-US', 'ko-KR' {
        $source = Join-Path $script:root 'src/NcloudServer.Help'
        $topics = @(Get-ChildItem (Join-Path $source $_) -Filter about_*.md)

        @(Get-ChildItem (Join-Path $script:root "module/$_") | ForEach-Object Name | Sort-Object) |
            Should -Be @(@('NcloudServer.dll-Help.xml') + @($topics | ForEach-Object { "$($_.BaseName).help.txt" }) | Sort-Object)
        foreach ($topic in $topics) {
            Assert-Made "module/$_/$($topic.BaseName).help.txt" (& "$script:root/.ci/ConvertTo-Topic.ps1" $topic.FullName)
        }
    }

    It 'are what the Markdown gives, cmdlets' {
        if (-not (Get-Module platyPS -ListAvailable)) {
            Set-ItResult -Skipped -Because 'platyPS is not installed'
        }

        # In a process of its own: platyPS brings DLLs that no test should meet.
        $child = Invoke-ChildPowerShell "& '$(Join-Path $script:root 'build.ps1')' -Task Help -HelpPath '$TestDrive/help'"

        $child.ExitCode | Should -Be 0 -Because $child.Text
        foreach ($culture in 'en-US', 'ko-KR') {
            $page = "$culture/NcloudServer.dll-Help.xml"
            Assert-Made "module/$page" (Get-Content "$TestDrive/help/$page" -Encoding UTF8)
        }
    }
}
