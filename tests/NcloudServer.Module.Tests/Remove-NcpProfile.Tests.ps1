Describe 'Remove-NcpProfile' -Skip:(-not (Test-TemporaryHome)) {
    AfterEach {
        Remove-ConfigureFile
    }

    It 'takes profiles from the pipeline' {
        Write-ConfigureFile "[test-1]`na=1`n[prod]`na=2`n[test-2]`na=3`n"

        Get-NcpProfile test-* | Remove-NcpProfile

        Read-ConfigureFile | Should -BeExactly "[prod]`na=2`n"
    }

    It 'reports a profile that does not exist, and continues with the next: <Name>' -ForEach @(
        @{ Name = 'in a parameter'; Script = { Remove-NcpProfile nobody, prod }; Target = 'nobody' }
        @{ Name = 'a pattern, since it takes no wildcards'; Script = { 'nobod*', 'prod' | Remove-NcpProfile }; Target = 'nobod*' }
    ) {
        Write-ConfigureFile "[prod]`na=1`n"

        $result = Invoke-Recorded $Script

        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors.FullyQualifiedErrorId | Should -Be 'NcpProfileNotFound,NcloudServer.Commands.RemoveNcpProfileCommand'
        $result.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $result.Errors[0].TargetObject | Should -Be $Target
        Read-ConfigureFile | Should -BeExactly ''
    }
}
