@{
    RootModule             = 'NcloudServer.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = 'b6f0c9a4-5b1e-4f0a-9d57-7c2f4b9be1d2'
    Author                 = 'NcloudServer contributors'
    CompanyName            = 'NcloudServer contributors'
    Copyright              = '(c) NcloudServer contributors. MIT License.'
    Description            = 'Finds, stops, starts, restarts, interrupts and waits for servers of the NAVER Cloud Platform (Ncloud VPC) from the pipeline, in batches, with one outcome for every number.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('NcloudServer.Format.ps1xml')
    CmdletsToExport        = @(
        'Get-NcpProfile'
        'Get-NcpRegion'
        'Get-NcpServerInstance'
        'Invoke-NcpApi'
        'Invoke-NcpServerInterrupt'
        'Remove-NcpProfile'
        'Restart-NcpServerInstance'
        'Set-NcpProfile'
        'Start-NcpServerInstance'
        'Stop-NcpServerInstance'
        'Wait-NcpServerInstance'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Ncloud', 'NAVER', 'Cloud', 'Server', 'VPC', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'

            # The build puts the changes of this version here.
            ReleaseNotes = ''
        }
    }
}
