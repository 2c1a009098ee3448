$file = "$PSScriptRoot/bin/$PSEdition/NcloudServer.dll"
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    # Calls no method: neither chooses an image nor compares versions.
    Import-Module -Name $file
    return
}

if ($PSEdition -eq 'Core') {
    # Compiled ahead, for some platforms.
    $image = "$PSScriptRoot/bin/Core/$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)/NcloudServer.dll"
    if ([IO.File]::Exists($image)) {
        $file = $image
    }
}

try {
    Import-Module -Name $file -ErrorAction Stop
    # PowerShell compiles every expression in every new process: here are as few as can be.
    $isOther = [NcloudServer.ModuleAssemblies]::AreNotFrom($file)
    if ($isOther) {
        & "$PSScriptRoot/import/Assert-Version.ps1" -File $file
    }
} catch {
    & "$PSScriptRoot/import/Assert-Version.ps1" -File $file -HasFailed
    throw
}
