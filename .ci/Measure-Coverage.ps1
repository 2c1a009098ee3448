#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the xunit suites, and prints how many lines and branches of src/ they cover.
.DESCRIPTION
    Built in Debug, where the module has no images that are compiled ahead: those can't be measured. coverage.cobertura.xml names each line.
.PARAMETER Results
    The folder for the results. What was in it is removed.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Results
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

if (Test-Path $Results) {
    Remove-Item $Results -Recurse -Force
}

$root = Split-Path $PSScriptRoot
& dotnet build (Join-Path $root 'NcloudServer.sln') --configuration Debug --nologo
if ($LASTEXITCODE -ne 0) {
    throw "dotnet build ended with exit code $LASTEXITCODE."
}

# The second suite adds its hits to those of the first, so that the last table is that of both.
$core = Join-Path $Results 'client.json'
$runs = @(
    @{ Suite = 'NcloudServer.Client.Tests'; Options = "-p:CoverletOutput=$core", '-p:CoverletOutputFormat=json' }
    @{
        Suite   = 'NcloudServer.Engine.Tests'
        Options = "-p:MergeWith=$core", "-p:CoverletOutput=$Results/coverage", '-p:CoverletOutputFormat=cobertura'
    }
)
$failed = $false
foreach ($run in $runs) {
    $options = @('--configuration', 'Debug', '--no-build', '--nologo', '-p:CollectCoverage=true') + $run.Options
    & dotnet test (Join-Path $root "tests/$($run.Suite)") $options
    $failed = $failed -or $LASTEXITCODE -ne 0
}

exit [int]$failed
