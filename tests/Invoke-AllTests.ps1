#Requires -Version 5.1
<#
.SYNOPSIS
    Builds everything, and runs every suite that this computer can run.
.DESCRIPTION
    The last line is "N passed, M failed, K skipped" over all suites. The exit code is 1 if a test or a suite failed.
.PARAMETER Results
    The folder for the results of each suite. What was in it is removed.
.PARAMETER Package
    A package. The suites of the module run, on the module that is installed from it.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Results,

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string] $Package
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Get-TestCount {
    # xunit leaves a trx file for each suite, Pester its own numbers.
    $count = [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = 0 }
    foreach ($file in Get-ChildItem $Results -Filter *.trx -Recurse) {
        $counters = ([xml](Get-Content $file.FullName -Raw)).TestRun.ResultSummary.Counters
        $count.Passed += [int]$counters.passed
        $count.Failed += [int]$counters.failed
        $count.Skipped += [int]$counters.total - [int]$counters.executed
    }

    $pester = Get-Content (Join-Path $Results 'pester.json') -Raw | ConvertFrom-Json
    $count.Passed += $pester.Passed
    $count.Failed += $pester.Failed
    $count.Skipped += $pester.Skipped
    return $count
}

if (Test-Path $Results) {
    Remove-Item $Results -Recurse -Force
}

$root = Split-Path $PSScriptRoot
$solution = Join-Path $root 'NcloudServer.sln'
if ($Package) {
    # Only what tests the module; the tests' own build leaves a module too, which takes no part.
    $solution = Join-Path $PSScriptRoot 'NcloudServer.Engine.Tests'
    $install = Join-Path $PSScriptRoot 'NcloudServer.Module.Tests/Install-Package.ps1'
    $env:NCLOUDSERVER_MODULE = & $install -Package $Package -Destination (Join-Path $root 'output/installed')
    Write-Host "The module under test is $env:NCLOUDSERVER_MODULE"
}

& dotnet build $solution --configuration $Configuration --nologo
if ($LASTEXITCODE -ne 0) {
    throw "dotnet build ended with exit code $LASTEXITCODE."
}

$logging = '--nologo', '--logger', 'trx', '--results-directory', $Results
& dotnet test $solution --configuration $Configuration --no-build $logging
$failed = $LASTEXITCODE -ne 0

# The build for Windows PowerShell needs .NET Framework. Elsewhere, Mono stands in, if all of it is there, monop included.
if (-not $Package -and ($env:OS -eq 'Windows_NT' -or (Get-Command monop -ErrorAction Ignore))) {
    & dotnet test (Join-Path $PSScriptRoot 'NcloudServer.Client.Tests') --configuration $Configuration $logging -p:Desktop=true
    $failed = $failed -or $LASTEXITCODE -ne 0
}

# A process of its own, since a binary module can't be unloaded.
$pester = Join-Path $PSScriptRoot 'NcloudServer.Module.Tests/Invoke-ModuleTests.ps1'
$engine = & (Join-Path $PSScriptRoot 'Get-EnginePath.ps1')
& $engine -NoProfile -NonInteractive -File $pester -Results $Results -Configuration $Configuration
$failed = $failed -or $LASTEXITCODE -ne 0

$count = Get-TestCount
Write-Host "$($count.Passed) passed, $($count.Failed) failed, $($count.Skipped) skipped"
exit [int]($failed -or $count.Failed -gt 0)
