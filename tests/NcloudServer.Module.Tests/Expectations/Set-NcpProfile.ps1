@{
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
