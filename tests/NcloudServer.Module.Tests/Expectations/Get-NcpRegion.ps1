@{
    'Example 1: All regions' = {
        $script:seen.Output | ForEach-Object RegionCode | Should -Be 'KR', 'JPN', 'SGN'
        $script:seen.Output | ForEach-Object RegionName | Should -Not -BeNullOrEmpty
    }
    'Example 2: Regions by a part of the code' = { $script:seen.Output | ForEach-Object RegionCode | Should -Be 'KR' }
    'Example 3: The servers of several regions' = { Assert-Server '1000901', '3000001' stopped }
    'Example 4: With a profile' = {
        $script:seen.Output.Count | Should -Be 3
        Assert-Key $script:seen.Role
    }
    'Example 5: With a credential' = {
        $script:seen.Output.Count | Should -Be 3
        Assert-Key $script:seen.Role
    }
}
