@{
    'Example 1: All profiles' = {
        $script:seen.Output | ForEach-Object ProfileName | Should -Be 'prod', 'test-1', 'other'
        $script:seen.Output | ForEach-Object Path | Sort-Object -Unique | Should -Be (Get-ConfigurePath)
    }
    'Example 2: Some profiles, by name and by a part of the name' = {
        $script:seen.Output | ForEach-Object ProfileName | Should -Be 'prod', 'test-1'
    }
    'Example 3: Profiles without a complete key' = { $script:seen.Output | ForEach-Object ProfileName | Should -Be 'test-1' }
    'Example 4: The servers of several accounts' = {
        Assert-Server (@(Select-Number) + @(Select-Number)) running
        Assert-Key $script:seen.Role, $env:NCLOUD_ACCESS_KEY_ID
    }
    'Example 5: Save a list' = {
        $rows = @(Import-Csv profiles.csv)
        $rows | ForEach-Object ProfileName | Should -Be 'prod', 'test-1', 'other'
        $rows[2].AccessKey | Should -BeLike "*$($env:NCLOUD_ACCESS_KEY_ID.Substring($env:NCLOUD_ACCESS_KEY_ID.Length - 4))"
        $rows[2].EndpointUrl | Should -Be $env:NCLOUD_API_GW
        $text = Get-Content profiles.csv -Raw
        $text.Contains($env:NCLOUD_ACCESS_KEY_ID) -or $text.Contains($env:NCLOUD_SECRET_ACCESS_KEY) | Should -BeFalse
    }
}
