<#
.SYNOPSIS
    Fails if the session has loaded another version of the module, and says what to do.
.PARAMETER HasFailed
    The import failed; then the same version from another folder can be the reason, too.
#>
param([switch] $HasFailed)

$own = Get-Item -LiteralPath (Join-Path (Split-Path $PSScriptRoot) "bin/$PSEdition/NcloudServer.dll")
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'NcloudServer' } | Select-Object -First 1
if (-not $loaded) {
    return
}

$version = $loaded.GetName().Version
$isOther = $version -ne [Reflection.AssemblyName]::GetAssemblyName($own.FullName).Version
if ($isOther -or ($HasFailed -and $loaded.Location -ne $own.FullName)) {
    throw "This session has loaded NcloudServer $($version.ToString(3)) from another folder, and can load only one. " +
        'Open a new session and import the module there.'
}
