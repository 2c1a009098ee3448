#Requires -Version 5.1
<#
.SYNOPSIS
    Builds the module, shows it, and tests it.
.PARAMETER Task
    Build   compiles both editions and leaves the module at output/NcloudServer.
    Test    builds, runs the xunit suites and the Pester suite, and fails if either fails.
    Demo    builds and runs the main job against a simulated service.
    Help    makes the help files of module/<culture> from the Markdown of src/NcloudServer.Help/<culture>; needs platyPS.
    Clean   removes what the other tasks made.
.PARAMETER HelpPath
    Where the task Help leaves its files. Default: module.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Help', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string] $HelpPath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$output = Join-Path $root 'output'
$results = Join-Path $output 'test-results'
$oldestPester = [version] '5.5.0'

function Invoke-DotNet {
    # Named so that no caller has to look at $LASTEXITCODE.
    param([string[]] $ArgumentList)

    & dotnet $ArgumentList
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($ArgumentList[0]) ended with exit code $LASTEXITCODE."
    }
}

function Build-Module {
    $module = Join-Path $output 'NcloudServer'
    if (Test-Path $module) {
        Remove-Item $module -Recurse -Force
    }

    Invoke-DotNet -ArgumentList 'build', (Join-Path $root 'src/NcloudServer/NcloudServer.csproj'), '--configuration', $Configuration, '--nologo', '--verbosity', 'quiet'
    Copy-Item (Join-Path $root 'module') $module -Recurse
    foreach ($framework in 'net8.0', 'net472') {
        $target = New-Item -ItemType Directory -Force (Join-Path $module "bin/$framework")
        Copy-Item (Join-Path $root "src/NcloudServer/bin/$Configuration/$framework/*.dll") $target
    }

    Write-Host "The module is at $module"
}

function Export-Help {
    # The results are committed, so that nobody else needs platyPS. No byte order mark, as in every other file here.
    param([string] $Path = (Join-Path $root 'module'))

    if (-not (Get-Module platyPS -ListAvailable)) {
        throw 'platyPS 0.14 makes the help files, and is not installed. Install it with: Install-Module platyPS -Scope CurrentUser'
    }

    Import-Module platyPS
    foreach ($culture in Get-ChildItem (Join-Path $root 'src/NcloudServer.Help') -Directory) {
        $target = New-Item -ItemType Directory -Force (Join-Path $Path $culture.Name)
        New-ExternalHelp -Path $culture.FullName -OutputPath $target.FullName -Encoding (New-Object Text.UTF8Encoding $false) -Force |
            ForEach-Object { Write-Host $_.FullName }
    }
}

function Get-PesterPath {
    $local = Join-Path $output 'modules'
    $places = @($env:PSModulePath -split [IO.Path]::PathSeparator) + $local
    $found = $places | Where-Object { $_ } | ForEach-Object { Get-Module -ListAvailable -Name (Join-Path $_ 'Pester') -ErrorAction Ignore } |
        Where-Object { $_.Version -ge $oldestPester } | Sort-Object Version | Select-Object -Last 1
    if ($found) {
        return $found.Path
    }

    Write-Host "Pester $oldestPester or later was not found; saving it into $local"
    $null = New-Item -ItemType Directory -Force $local
    try {
        if (Get-Command Save-PSResource -ErrorAction Ignore) {
            Save-PSResource -Name Pester -Version "[$oldestPester,7.0.0)" -Path $local -TrustRepository
        } else {
            Save-Module -Name Pester -MinimumVersion $oldestPester -Path $local -Force
        }
    } catch {
        throw "Pester $oldestPester or later is needed and could not be saved ($($_.Exception.Message)). Install it with: Install-Module Pester -Scope CurrentUser"
    }

    return (Get-Module -ListAvailable -Name (Join-Path $local 'Pester') | Select-Object -Last 1).Path
}

function Get-TestCount {
    # The counters of every suite: xunit leaves trx files, Pester its own numbers.
    $count = [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = 0 }
    foreach ($file in Get-ChildItem $results -Filter *.trx -Recurse) {
        $counters = ([xml](Get-Content $file.FullName -Raw)).TestRun.ResultSummary.Counters
        $count.Passed += [int]$counters.passed
        $count.Failed += [int]$counters.failed
        $count.Skipped += [int]$counters.total - [int]$counters.executed
    }

    $pester = Join-Path $results 'pester.json'
    if (Test-Path $pester) {
        $counters = Get-Content $pester -Raw | ConvertFrom-Json
        $count.Passed += $counters.Passed
        $count.Failed += $counters.Failed
        $count.Skipped += $counters.Skipped
    }

    return $count
}

function Test-Module {
    $pester = Get-PesterPath
    if (Test-Path $results) {
        Remove-Item $results -Recurse -Force
    }

    & dotnet test (Join-Path $root 'NcloudServer.sln') --configuration $Configuration --nologo --logger trx --results-directory $results
    $failed = $LASTEXITCODE -ne 0

    # A binary module can't be unloaded: the tests get a process of their own.
    $engine = (Get-Process -Id $PID).Path
    & $engine -NoProfile -NonInteractive -File (Join-Path $root 'tests/NcloudServer.Module.Tests/Invoke-ModuleTests.ps1') -PesterPath $pester -Results $results -Configuration $Configuration
    $failed = $failed -or $LASTEXITCODE -ne 0

    $count = Get-TestCount
    Write-Host "$($count.Passed) passed, $($count.Failed) failed, $($count.Skipped) skipped"
    if ($failed -or $count.Failed -gt 0) {
        exit 1
    }
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' { Build-Module; Test-Module }
    'Demo' {
        Build-Module
        $demo = Join-Path $root 'tests/NcloudServer.Demo'
        Invoke-DotNet -ArgumentList 'run', '--project', $demo, '--configuration', $Configuration, '--', '--module', (Join-Path $output 'NcloudServer')
    }
    'Help' { if ($HelpPath) { Export-Help -Path $HelpPath } else { Export-Help } }
    'Clean' {
        Get-ChildItem $root -Directory -Recurse -Force -Include bin, obj |
            Where-Object { $_.FullName -match '[\\/](src|tests)[\\/]' } | Remove-Item -Recurse -Force
        if (Test-Path $output) {
            Remove-Item $output -Recurse -Force
        }
    }
}
