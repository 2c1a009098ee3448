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
        $committed = @(Get-ChildItem (Join-Path $root 'module/??-??/*') -File | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" })
        Compare-Object $committed @($made | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" }) | Should -BeNullOrEmpty
        foreach ($file in $made) {
            $committed = Join-Path $root "module/$($file.Directory.Name)/$($file.Name)"
            # Git chooses the line ends, so they say nothing.
            $expected = (Get-Content $committed -Encoding UTF8) -join "`n"
            (Get-Content $file.FullName -Encoding UTF8) -join "`n" |
                Should -BeExactly $expected -Because "$committed has to be made anew with build.ps1 -Task Help"
        }
    }
}
