$file = "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll"
if ($PSEdition -eq 'Core') {
    # Compiled ahead, for some platforms.
    $image = "$PSScriptRoot/bin/Core/$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)/NcloudServer.dll"
    if ([IO.File]::Exists($image)) {
        $file = $image
    }
}

$file = [IO.Path]::GetFullPath($file)
try {
    $assembly = (Import-Module -Name $file -PassThru -ErrorAction Stop).ImplementingAssembly
    # .NET hands out what it has loaded from another folder, and says nothing.
    if ($assembly.Location -ne $file) {
        & "$PSScriptRoot/import/Assert-Version.ps1" -File $file
    }
} catch {
    & "$PSScriptRoot/import/Assert-Version.ps1" -File $file -HasFailed
    throw
}
