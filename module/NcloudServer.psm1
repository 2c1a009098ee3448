try {
    $assembly = (Import-Module -Name "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll" -PassThru -ErrorAction Stop).ImplementingAssembly
    # .NET hands out what it has loaded from another folder, and says nothing.
    if ($assembly.Location -ne [IO.Path]::GetFullPath("$PSScriptRoot/bin/$PSEdition/NcloudServer.dll")) {
        & "$PSScriptRoot/import/Assert-Version.ps1"
    }
} catch {
    & "$PSScriptRoot/import/Assert-Version.ps1" -HasFailed
    throw
}
