try {
    Import-Module -Name "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll" -ErrorAction Stop
    # .NET Framework hands out another version that it has loaded, and says nothing.
    if ($PSEdition -eq 'Desktop') {
        & "$PSScriptRoot/import/Assert-Version.ps1"
    }

    # Not in the module's manifest: there, the types of a loaded version would end the import before anything could say why.
    Import-Module -Name "$PSScriptRoot/import/NcloudServer.Types.psd1" -ErrorAction Stop
} catch {
    & "$PSScriptRoot/import/Assert-Version.ps1" -HasFailed
    throw
}
