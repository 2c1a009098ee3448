<#
.SYNOPSIS
    Fails if the session has loaded another version of the module, and says what to do.
.PARAMETER File
    The assembly that this version would load.
.PARAMETER HasFailed
    The import failed; then the same version from another folder can be the reason, too.
#>
param([string] $File, [switch] $HasFailed)

$folder = Split-Path $PSScriptRoot
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'NcloudServer' } | Select-Object -First 1
if (-not $loaded) {
    return
}

$version = $loaded.GetName().Version
$isOther = $version -ne [Reflection.AssemblyName]::GetAssemblyName($File).Version
# Both would share one assembly, and one set of views. The assembly is a module of that name too.
$isImported = Get-Module NcloudServer | Where-Object { $_.ModuleType -eq 'Script' -and $_.ModuleBase -ne $folder }
if ($isOther -or (($HasFailed -or $isImported) -and $loaded.Location -ne $File)) {
    throw "This session has loaded NcloudServer $($version.ToString(3)) from another folder, and can load only one. " +
        'Open a new session and import the module there.'
}
