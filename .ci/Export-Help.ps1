#Requires -Version 5.1
<#
.SYNOPSIS
    Makes the module's help files from the Markdown in src/NcloudServer.Help.
.DESCRIPTION
    The about_ topics are made here, the help of the cmdlets by platyPS 0.14. The results are committed, so that only those who change
    that help need it.
.PARAMETER Path
    The folder that gets a folder for each culture. Default: module.
#>
[CmdletBinding()]
param(
    [string] $Path
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$root = Split-Path $PSScriptRoot
if (-not $Path) {
    $Path = Join-Path $root 'module'
}

# No byte order mark, as in every other file here.
$encoding = New-Object Text.UTF8Encoding $false
$cultures = @(Get-ChildItem (Join-Path $root 'src/NcloudServer.Help') -Directory)
foreach ($culture in $cultures) {
    $target = New-Item -ItemType Directory -Force (Join-Path $Path $culture.Name)
    foreach ($topic in Get-ChildItem $culture.FullName -Filter about_*.md) {
        $file = Join-Path $target.FullName "$($topic.BaseName).help.txt"
        [IO.File]::WriteAllText($file, ((& "$PSScriptRoot/ConvertTo-Topic.ps1" $topic.FullName) -join "`n") + "`n", $encoding)
        $file
    }
}

if (-not (Get-Module platyPS -ListAvailable)) {
    throw ('The topics are made. platyPS 0.14 makes the rest, and is not installed. ' +
        'Install it with: Install-Module platyPS -Scope CurrentUser')
}

Import-Module platyPS
foreach ($culture in $cultures) {
    $pages = @(Get-ChildItem $culture.FullName -Filter *-Ncp*.md | ForEach-Object { $_.FullName })
    New-ExternalHelp -Path $pages -OutputPath (Join-Path $Path $culture.Name) -Encoding $encoding -Force | ForEach-Object { $_.FullName }
}
