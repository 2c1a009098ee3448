@{
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
