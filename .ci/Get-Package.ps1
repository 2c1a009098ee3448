#Requires -Version 5.1
<#
.SYNOPSIS
    Downloads the package that the workflow ci built and tested from a commit, with its list of hashes. Needs GitHub's command line.
.PARAMETER Commit
    The commit's full id.
.PARAMETER Destination
    The folder for the files.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Commit,

    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# Only what was pushed to main: a run for a pull request built something else.
$run = & gh run list --workflow ci.yml --branch main --event push --commit $Commit --status success --limit 1 --json databaseId |
    ConvertFrom-Json | Select-Object -First 1
if ($LASTEXITCODE -ne 0 -or -not $run) {
    throw "No run of ci succeeded on main for commit $Commit."
}

& gh run download $run.databaseId --name package --dir $Destination
if ($LASTEXITCODE -ne 0) {
    throw "The package of run $($run.databaseId) could not be downloaded."
}
