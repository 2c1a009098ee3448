#Requires -Version 5.1
<#
.SYNOPSIS
    Installs a package of the module into a folder, as a gallery's client does.
.PARAMETER Package
    The package.
.PARAMETER Destination
    The folder; what is in it is removed.
.OUTPUTS
    The folder of the module, named as the module.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Package,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$file = Get-Item $Package
$version = $file.BaseName.Substring('NcloudServer.'.Length)
if (Test-Path $Destination) {
    Remove-Item $Destination -Recurse -Force
}

$module = Join-Path $Destination NcloudServer
if (Get-Command Save-PSResource -ErrorAction Ignore) {
    # A gallery's client installs from a repository; a folder can be one, but no other package may lie in it.
    $source = New-Item -ItemType Directory (Join-Path $Destination source)
    Copy-Item $file.FullName $source
    $repository = [IO.Path]::GetRandomFileName()
    Register-PSResourceRepository -Name $repository -Uri $source.FullName -Trusted
    try {
        Save-PSResource -Name NcloudServer -Version "[$version]" -Repository $repository -Path $source.FullName -TrustRepository
    } finally {
        Unregister-PSResourceRepository -Name $repository
    }

    # Without the folder for the version, a test can find the module below a folder of modules whatever its version is.
    Move-Item (Join-Path $source.FullName "NcloudServer/$version") $module
} else {
    # Windows PowerShell has no client that needs no download. A package is a zip file, with parts of NuGet's own.
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($file.FullName, $module)
    '_rels', 'package', '[Content_Types].xml', 'NcloudServer.nuspec' |
        ForEach-Object { Remove-Item -LiteralPath (Join-Path $module $_) -Recurse -Force }
}

return (Get-Item $module).FullName
