#Requires -Version 5.1
<#
.SYNOPSIS
    Builds the last commit in two clones, in folders of different names, and fails unless both give the same files.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Get-BuildHash {
    param([string] $Folder)

    & git clone --quiet (Split-Path $PSScriptRoot) $Folder
    & dotnet build (Join-Path $Folder 'src/NcloudServer') --configuration Release --nologo | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "The build in $Folder ended with exit code $LASTEXITCODE."
    }

    $module = Join-Path $Folder 'output/NcloudServer'
    Get-ChildItem $module -Recurse -File | Sort-Object FullName |
        ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash + '  ' + $_.FullName.Substring($module.Length + 1) }
}

$temporary = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
$null = New-Item -ItemType Directory $temporary
try {
    $first = Get-BuildHash (Join-Path $temporary 'one')
    $second = Get-BuildHash (Join-Path $temporary 'a clone elsewhere')
} finally {
    Remove-Item $temporary -Recurse -Force
}

$difference = Compare-Object $first $second
if ($difference) {
    throw "The builds differ: $($difference | ForEach-Object { $_.InputObject + $_.SideIndicator })"
}

$first
Write-Host "Both builds gave the same $($first.Count) files."
