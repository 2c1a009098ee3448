#Requires -Version 5.1
<#
.SYNOPSIS
    Tests a package in one PowerShell.
.PARAMETER PowerShell
    5.1, or a version of PowerShell 7 such as 7.4, whose newest release is taken from GitHub. Needs GitHub's command line then.
.PARAMETER Package
    The package; wildcards are allowed.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $PowerShell,

    [Parameter(Mandatory)]
    [string] $Package
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

function Save-PowerShell {
    # Not the one that comes as a .NET tool: users have the release.
    param([string] $Version, [string] $Folder)

    $source = '--repo', 'PowerShell/PowerShell'
    $tags = & gh release list $source --exclude-drafts --exclude-pre-releases --limit 100 --json tagName | ConvertFrom-Json
    $tag = $tags | ForEach-Object { $_.tagName } | Where-Object { $_ -like "v$Version.*" } |
        Sort-Object { [version]$_.Substring(1) } | Select-Object -Last 1
    if (-not $tag) {
        throw "There is no release of PowerShell $Version."
    }

    $cpu = [Runtime.InteropServices.RuntimeInformation]::OSArchitecture.ToString().ToLowerInvariant()
    $isMac = [Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([Runtime.InteropServices.OSPlatform]::OSX)
    $name = if ($env:OS -eq 'Windows_NT') { "win-$cpu.zip" } elseif ($isMac) { "osx-$cpu.tar.gz" } else { "linux-$cpu.tar.gz" }
    $archive = "powershell-$($tag.Substring(1))-$name"
    $null = New-Item -ItemType Directory -Force $Folder
    & gh release download $tag $source --pattern "[Pp]ower[Ss]hell-*-$name" --pattern hashes.sha256 --dir $Folder --clobber
    if ($LASTEXITCODE -ne 0) {
        throw "$archive could not be downloaded."
    }

    $hash = (Get-FileHash (Join-Path $Folder $archive) -Algorithm SHA256).Hash
    if (-not (Get-Content (Join-Path $Folder hashes.sha256) | Where-Object { $_ -match "^$hash\s+\*?$([regex]::Escape($archive))$" })) {
        throw "$archive is not the one of the release."
    }

    # Zip files too.
    & tar -xf (Join-Path $Folder $archive) -C $Folder
    if ($env:OS -ne 'Windows_NT') {
        & chmod +x (Join-Path $Folder pwsh)
    }

    return Join-Path $Folder pwsh
}

$engine = 'powershell'
if ($PowerShell -ne '5.1') {
    $engine = Save-PowerShell -Version $PowerShell -Folder (Join-Path $root "output/powershell-$PowerShell")
}

$version = & $engine -NoProfile -NonInteractive -Command '$PSVersionTable.PSVersion.ToString()'
if ($version -notlike "$PowerShell.*") {
    throw "PowerShell $PowerShell is needed, and this is $version."
}

& $engine -NoProfile -NonInteractive -File (Join-Path $root 'build.ps1') -Task Test -Package (Get-Item $Package).FullName
exit $LASTEXITCODE
