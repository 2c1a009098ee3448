#Requires -Version 5.1
<#
.SYNOPSIS
    Builds everything, and runs every suite in this PowerShell.
.DESCRIPTION
    The last line is "N passed, M failed, K skipped" over all suites; the lines before it name what was skipped. The exit code is 1 if a test
    or a suite failed.
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

function Invoke-XunitSuite {
    # Names what fails. Of what passes, it says now and then how much that is.
    param([string[]] $Argument)

    $passed = 0
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $logging = '--logger', 'trx', '--logger', 'console;verbosity=normal', '--results-directory', $Results
    & dotnet test $Argument --configuration $Configuration --nologo $logging | ForEach-Object {
        if ($_ -notmatch '^  Passed ') {
            Write-Host $_
            return
        }

        $passed++
        if ($clock.Elapsed.TotalSeconds -ge 20) {
            Write-Host "$passed xunit tests have passed so far."
            $clock.Restart()
        }
    }

    if ($LASTEXITCODE -ne 0) {
        $script:failed = $true
    }
}

function Get-TestCount {
    # xunit leaves a trx file for each suite, Pester its own numbers.
    $count = Get-Content (Join-Path $Results 'pester.json') -Raw | ConvertFrom-Json
    foreach ($file in Get-ChildItem $Results -Filter *.trx -Recurse) {
        $run = [xml](Get-Content -LiteralPath $file.FullName -Raw)
        $count.Passed += [int]$run.TestRun.ResultSummary.Counters.passed
        $count.Failed += [int]$run.TestRun.ResultSummary.Counters.failed
        $count.Skipped += @($run.GetElementsByTagName('UnitTestResult') | Where-Object { $_.outcome -eq 'NotExecuted' } |
                ForEach-Object { $_.testName })
    }

    return $count
}

if (Test-Path $Results) {
    Remove-Item $Results -Recurse -Force
}

$root = Split-Path $PSScriptRoot
$tests = Join-Path $root 'tests'
# First, since without it there is no need to begin.
$pester = & "$PSScriptRoot/Find-Pester.ps1" -Destination (Join-Path $root 'output/modules')
$solution = Join-Path $root 'NcloudServer.sln'
if ($Package) {
    # Only what tests the module; the tests' own build leaves a module too, which takes no part.
    $solution = Join-Path $tests 'NcloudServer.Engine.Tests'
    $env:NCLOUDSERVER_MODULE = & "$PSScriptRoot/Install-Package.ps1" -Package $Package -Destination (Join-Path $root 'output/installed')
    Write-Host "The module under test is $env:NCLOUDSERVER_MODULE"
}

& dotnet build $solution --configuration $Configuration --nologo
if ($LASTEXITCODE -ne 0) {
    throw "dotnet build ended with exit code $LASTEXITCODE."
}

# In a process of its own, since a binary module can't be unloaded; and at the same time, since most of its tests wait for processes.
$engine = & "$PSScriptRoot/Get-EnginePath.ps1"
$null = New-Item $Results -ItemType Directory
$log = Join-Path $Results 'pester.log'
$arguments = @('-NoProfile', '-NonInteractive', '-File', (Join-Path $tests 'NcloudServer.Module.Tests/Invoke-ModuleTests.ps1')
    '-Results', $Results, '-Configuration', $Configuration, '-PesterPath', $pester) | ForEach-Object { "`"$_`"" }
$moduleRun = Start-Process $engine $arguments -PassThru -NoNewWindow -RedirectStandardOutput $log
# Without it, Windows PowerShell knows no exit code.
$null = $moduleRun.Handle

# What xunit prints is read.
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
$failed = $false
Invoke-XunitSuite $solution, '--no-build'

# The build for Windows PowerShell needs .NET Framework. Elsewhere, Mono stands in, if all of it is there, monop included.
$hasDesktop = $env:OS -eq 'Windows_NT' -or (Get-Command monop -ErrorAction Ignore)
if (-not $Package -and $hasDesktop) {
    Invoke-XunitSuite (Join-Path $tests 'NcloudServer.Client.Tests'), '-p:Desktop=true'
}

Write-Host 'What Pester said meanwhile, and says:'
$moduleRun.WaitForExit()
Get-Content $log | Write-Host
$failed = $failed -or $moduleRun.ExitCode -ne 0

$count = Get-TestCount
# A suite that ended before its tests did is a failure too.
$count.Failed = [Math]::Max($count.Failed, [int]$failed)
$count.Skipped | Group-Object | ForEach-Object { Write-Host "Skipped ($($_.Count)): $($_.Name)" }
if (-not $Package -and -not $hasDesktop) {
    Write-Host 'Not run: the client built for Windows PowerShell, which needs Windows or Mono.'
}

Write-Host "$($count.Passed) passed, $($count.Failed) failed, $(@($count.Skipped).Count) skipped"
exit [int]($count.Failed -gt 0)
