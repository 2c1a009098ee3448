@{
    'Get-NcpProfile' = @{
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
    'Set-NcpProfile' = @{
        'Example 1: A profile, with a prompt for the key' = { Get-Section prod | Should -Match $env:NCLOUD_SECRET_ACCESS_KEY }
        'Example 2: Replace a key and try it' = {
            Get-Section prod | Should -Match $env:NCLOUD_API_GW
            $script:seen.Output.Count | Should -Be 3
            Assert-Key $env:NCLOUD_ACCESS_KEY_ID
        }
        'Example 3: With a gateway of its own' = {
            $script:seen.Output | ForEach-Object { $_.ProfileName, "$($_.EndpointUrl)".TrimEnd('/') } |
                Should -Be 'gov', 'https://ncloud.apigw.gov-ntruss.com'
            Get-Section gov | Should -Match $env:NCLOUD_SECRET_ACCESS_KEY
        }
        'Example 4: With a region' = { Assert-Server (Select-Number -Region JPN) running }
        'Example 5: Add only a region' = {
            Get-Section prod | Should -Match '(?m)^ncloud_region = KR'
            Get-Section prod | Should -Match $script:seen.Role
        }
        'Example 6: Preview with -WhatIf' = {
            Assert-Preview 'DEFAULT'
            $script:seen.Said.Contains((Get-ConfigurePath)) | Should -BeTrue
            Assert-Profile 'prod', 'test-1', 'other'
        }
        'Example 7: In a script, without confirmation' = { Get-Section batch | Should -Match $env:NCLOUD_SECRET_ACCESS_KEY }
        'Example 8: Only if the profile does not exist' = { Get-Section test | Should -Match $env:NCLOUD_SECRET_ACCESS_KEY }
    }
    'Remove-NcpProfile' = @{
        'Example 1: One profile' = { Assert-Profile 'prod', 'other' }
        'Example 2: Preview with -WhatIf' = {
            Assert-Preview 'test-1'
            Assert-Profile 'prod', 'test-1', 'other'
        }
        'Example 3: Several profiles, by a part of their name' = { Assert-Profile 'prod', 'other' }
        'Example 4: Profiles without a complete key, without confirmation' = { Assert-Profile 'prod', 'other' }
        'Example 5: Profiles that may not exist' = {
            Assert-Profile 'prod', 'other'
            $script:seen.Output | Should -Be 'test-2'
        }
    }
}
