#Requires -Version 5.1
<#
.SYNOPSIS
    Makes the module's help files from the Markdown beside this script.
.DESCRIPTION
    The results are committed, so that only those who change the help need platyPS 0.14.
.PARAMETER Path
    The folder that gets a folder for each culture. Default: module.
#>
[CmdletBinding()]
param(
    [string] $Path
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

if (-not (Get-Module platyPS -ListAvailable)) {
    throw 'platyPS 0.14 makes the help files, and is not installed. Install it with: Install-Module platyPS -Scope CurrentUser'
}

if (-not $Path) {
    $Path = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'module'
}

Import-Module platyPS
# No byte order mark, as in every other file here.
$encoding = New-Object Text.UTF8Encoding $false
foreach ($culture in Get-ChildItem $PSScriptRoot -Directory) {
    $target = New-Item -ItemType Directory -Force (Join-Path $Path $culture.Name)
    New-ExternalHelp -Path $culture.FullName -OutputPath $target.FullName -Encoding $encoding -Force | ForEach-Object { $_.FullName }
}
