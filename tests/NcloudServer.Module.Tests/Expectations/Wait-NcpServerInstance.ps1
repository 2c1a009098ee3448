@{
    'Example 1: After a stop' = {
        Assert-Server '1234567' stopped
        Assert-Sent stopServerInstances '1234567'
    }
    'Example 2: With a time limit' = { Assert-Server '1234567', '2345678' running }
    'Example 3: Other work in between' = {
        $rows = (Get-Text) -split '\r?\n' | Where-Object { $_ -match ' running ' }
        $script:fleet | Where-Object { $_.number -in '1000301', '2000001' } | ForEach-Object name |
            Where-Object { -not ($rows -like "$_ *") } | Should -BeNullOrEmpty
        $rows.Count | Should -Be 2
    }
    'Example 4: Servers that are late' = { $script:seen.Output | Should -Be '1234567 is late' }
}
