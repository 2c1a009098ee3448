try {
    Import-Module -Name "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll" -ErrorAction Stop
    # .NET Framework hands out another version that it has loaded, and says nothing.
    if ($PSEdition -eq 'Desktop') {
        & "$PSScriptRoot/import/Assert-Version.ps1"
    }
} catch {
    & "$PSScriptRoot/import/Assert-Version.ps1" -HasFailed
    throw
}
