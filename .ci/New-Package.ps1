#Requires -Version 5.1
<#
.SYNOPSIS
    Makes the package that a gallery takes, and beside it a list with the hashes of its files and of the package itself.
.PARAMETER Module
    The folder of the finished module.
.PARAMETER Destination
    The folder for NcloudServer.<version>.nupkg and NcloudServer.<version>.sha256.
.OUTPUTS
    The path of the package.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Module,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

if (-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
    throw 'PSResourceGet is needed. Install it with: Install-Module Microsoft.PowerShell.PSResourceGet -Scope CurrentUser'
}

function Get-HashLine {
    # As sha256sum writes and checks them.
    param([string] $Path, [string] $Name)

    return (Get-FileHash $Path -Algorithm SHA256).Hash.ToLowerInvariant() + '  ' + $Name.Replace('\', '/')
}

$Module = (Get-Item $Module).FullName
$version = (Import-PowerShellDataFile (Join-Path $Module 'NcloudServer.psd1')).ModuleVersion
$package = Join-Path $Destination "NcloudServer.$version.nupkg"
$list = Join-Path $Destination "NcloudServer.$version.sha256"
Remove-Item $package, $list -ErrorAction Ignore

# Publishing needs a repository; a folder can be one.
$repository = [IO.Path]::GetRandomFileName()
Register-PSResourceRepository -Name $repository -Uri $Destination -Trusted
try {
    Publish-PSResource -Path $Module -Repository $repository
} finally {
    Unregister-PSResourceRepository -Name $repository
}

$lines = @(Get-ChildItem $Module -File -Recurse |
    ForEach-Object { Get-HashLine $_.FullName "NcloudServer$($_.FullName.Substring($Module.Length))" })
$lines += Get-HashLine $package (Split-Path $package -Leaf)
[IO.File]::WriteAllText($list, (($lines | Sort-Object { $_.Substring(66) }) -join "`n") + "`n")
return $package
