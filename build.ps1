#Requires -Version 5.1
<#
.SYNOPSIS
    Builds the module, shows it, and tests it.
.PARAMETER Task
    Build   builds the module for both editions and leaves it at output/NcloudServer.
    Test    builds, runs every suite in this PowerShell, and fails if one fails.
    Demo    builds, and shows the cmdlets against a simulated service.
    Bench   builds, and makes every measurement that the benchmarks' README shows. Takes twenty minutes on an idle machine.
    Help    makes the help files of module/<culture> from the Markdown of src/NcloudServer.Help/<culture>. Those of cmdlets need platyPS.
    Pack    builds the package for a gallery and a list with the hashes of its files, and checks that the package can be installed.
    Live    builds, and asks the real service what no document says: output/live-report.md. See CONTRIBUTING.
    Soak    builds, and runs round trips of 5,000 simulated servers for an hour: nothing may be lost, and nothing may grow.
    Mutate  changes the client in small ways, one at a time, and shows which changes no test of the client notices. Takes hours.
    Explore runs every run of small worlds that has few surprises, and says how many those are. See -Surprises.
    Clean   removes everything that the other tasks made.
.PARAMETER Check
    With the task Bench: fails where a measurement misses its threshold. No test does.
.PARAMETER Coverage
    With the task Test: runs the xunit suites alone, and prints how many lines and branches of src/ they cover.
.PARAMETER Folder
    With the task Mutate: the folder of the client to change, such as Operations. Default: all of them.
.PARAMETER Package
    With the task Test: a package. The Pester suite and the engine's tests run, on the module that is installed from it.
.PARAMETER ServerInstanceNo
    With the task Live: the number of a server that may be stopped.
.PARAMETER AllowChange
    With the task Live: stops, starts and restarts that server, after a question; -Confirm:$false answers it.
.PARAMETER AllowInterrupt
    With the task Live: also crashes the operating system of that server.
.PARAMETER From
    With the task Live: the question to begin with, where an earlier run has stopped; its report says which.
.PARAMETER Minutes
    With the task Soak: for how long. Default: 60.
.PARAMETER Surprises
    With the task Explore: how many surprises a run has at most. Default: 2, which takes an hour.
.PARAMETER HelpPath
    With the task Help: where the files go. Default: module.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'The task Live asks.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Help', 'Pack', 'Live', 'Soak', 'Mutate', 'Explore', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [switch] $Check,

    [string] $Package,

    [string] $ServerInstanceNo,

    [switch] $AllowChange,

    [switch] $AllowInterrupt,

    [string] $From,

    [switch] $Coverage,

    [string] $Folder = '*',

    [double] $Minutes = 60,

    [int] $Surprises = 2,

    [string] $HelpPath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$scripts = Join-Path $PSScriptRoot '.ci'
$source = Join-Path $PSScriptRoot 'src'
$tests = Join-Path $PSScriptRoot 'tests'
$output = Join-Path $PSScriptRoot 'output'

function Invoke-DotNet {
    # A program's exit code stops no script by itself.
    param([string[]] $ArgumentList)

    & dotnet $ArgumentList
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($ArgumentList[0]) ended with exit code $LASTEXITCODE."
    }
}

function Build-Module {
    Invoke-DotNet 'build', "$source/NcloudServer", '--configuration', $Configuration, '--nologo'
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' {
        if ($Coverage) {
            & "$scripts/Measure-Coverage.ps1" -Results "$output/coverage"
            exit $LASTEXITCODE
        }

        & "$scripts/Invoke-AllTests.ps1" -Results "$output/test-results" -Configuration $Configuration -Package $Package
        exit $LASTEXITCODE
    }
    'Demo' { Invoke-DotNet 'run', '--project', "$tests/NcloudServer.Demo", '--configuration', $Configuration }
    'Bench' {
        # Always in Release: a debug build is slower.
        $arguments = @((& "$scripts/Get-EnginePath.ps1"), $output) + @('check' | Where-Object { $Check })
        Invoke-DotNet (@('run', '--project', "$tests/NcloudServer.Benchmarks", '--configuration', 'Release', '--') + $arguments)
    }
    'Help' { & "$scripts/Export-Help.ps1" -Path $HelpPath }
    'Pack' {
        Build-Module
        $package = & "$scripts/New-Package.ps1" -Module "$output/NcloudServer" -Destination $output
        & "$scripts/Test-Install.ps1" -Package $package
    }
    'Live' {
        Build-Module
        $change = @{ ServerInstanceNo = $ServerInstanceNo; AllowChange = $AllowChange; AllowInterrupt = $AllowInterrupt }
        & "$tests/NcloudServer.Live.Tests/Invoke-LiveTests.ps1" -Module "$output/NcloudServer" -Destination $output -From $From @change
        exit $LASTEXITCODE
    }
    'Soak' {
        Build-Module
        Invoke-DotNet 'build', "$tests/NcloudServer.Simulator", '--configuration', $Configuration, '--nologo'
        # In a process of its own: what it takes is what is measured.
        $simulator = "$tests/NcloudServer.Simulator/bin/$Configuration/net10.0/NcloudServer.Simulator.dll"
        $arguments = '-Module', "$output/NcloudServer", '-Simulator', $simulator, '-Destination', $output, '-Minutes', $Minutes
        & (& "$scripts/Get-EnginePath.ps1") -NoProfile -NonInteractive -File "$tests/NcloudServer.Soak/Invoke-Soak.ps1" @arguments
        exit $LASTEXITCODE
    }
    'Mutate' {
        Invoke-DotNet 'tool', 'restore'
        Push-Location "$tests/NcloudServer.Client.Tests"
        try {
            $env:NCLOUDSERVER_LAWS = 'brief'
            Invoke-DotNet 'stryker', '--mutate', "**/NcloudServer.Client/$Folder/*.cs", '--output', "$output/mutation"
        } finally {
            $env:NCLOUDSERVER_LAWS = $null
            Pop-Location
        }
    }
    'Explore' {
        try {
            $env:NCLOUDSERVER_SURPRISES = $Surprises
            $arguments = '--configuration', $Configuration, '--filter', 'FullyQualifiedName~ExplorerTests', '--logger', 'console;verbosity=detailed'
            Invoke-DotNet (@('test', "$tests/NcloudServer.Client.Tests") + $arguments)
        } finally {
            $env:NCLOUDSERVER_SURPRISES = $null
        }
    }
    'Clean' {
        $made = @(Get-ChildItem $source, $tests -Directory -Recurse -Force -Include bin, obj) + @(Get-Item $output -ErrorAction Ignore)
        $made | Where-Object { Test-Path $_.FullName } | Remove-Item -Recurse -Force
    }
}
