<#
.SYNOPSIS
    Fails if the session has loaded another version of the module, and says what to do.
.PARAMETER HasFailed
    The import failed; then the same version from another folder can be the reason, too.
#>
param([switch] $HasFailed)

$folder = Split-Path $PSScriptRoot
$own = Get-Item -LiteralPath (Join-Path $folder "bin/$PSEdition/NcloudServer.dll")
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'NcloudServer' } | Select-Object -First 1
if (-not $loaded) {
    return
}

$version = $loaded.GetName().Version
$isOther = $version -ne [Reflection.AssemblyName]::GetAssemblyName($own.FullName).Version
# Both would share one assembly, and one set of views. The assembly is a module of that name too.
$isImported = Get-Module NcloudServer | Where-Object { $_.ModuleType -eq 'Script' -and $_.ModuleBase -ne $folder }
if ($isOther -or (($HasFailed -or $isImported) -and $loaded.Location -ne $own.FullName)) {
    throw "This session has loaded NcloudServer $($version.ToString(3)) from another folder, and can load only one. " +
        'Open a new session and import the module there.'
}
