#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the Pester tests of the built module against the simulated service.
.DESCRIPTION
    The environment variable NCLOUDSERVER_MODULE names the folder of another module to test, such as an installed one.

    Meant for a process of its own: it changes the process's environment, and a binary module can't be unloaded.
.PARAMETER Results
    The folder for pester.json, with the numbers of passed and failed tests and what was skipped, and pester.xml, with the result of each. Default:
    output/test-results.
.PARAMETER PesterPath
    The manifest of the Pester to use. Default: that of the version in Directory.Packages.props.
.PARAMETER Configuration
    The configuration of the simulator and the module. What is not built yet is built.
.PARAMETER Path
    The test files to run. Default: all of them.
#>
[CmdletBinding()]
param(
    [string] $Results,

    [string] $PesterPath,

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string[]] $Path
)

function Invoke-MissingBuild {
    param([string] $Path, [string] $Project)

    if (-not (Test-Path $Path)) {
        & dotnet build (Join-Path $root $Project) --configuration $Configuration --nologo | Out-Host
        if ($LASTEXITCODE -ne 0) {
            throw "The build of $Project ended with exit code $LASTEXITCODE."
        }
    }
}

function Initialize-Environment {
    # A home without ~/.ncloud and no variable but the simulator's: nothing of this computer's user may
    # take part, least of all their key.
    param([hashtable] $Variables, [string] $HomePath)

    Get-ChildItem env: | Where-Object { $_.Name -match '^NCLOUD_|^(http|https|all|no)_proxy$' } |
        ForEach-Object { Remove-Item "env:$($_.Name)" }
    foreach ($name in $Variables.Keys) {
        [Environment]::SetEnvironmentVariable($name, $Variables[$name])
    }

    # Builds take what was restored, wherever the home is.
    $env:DOTNET_CLI_HOME = $(if ($env:DOTNET_CLI_HOME) { $env:DOTNET_CLI_HOME } else { $HOME })
    $env:NUGET_PACKAGES = $(if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $HOME '.nuget/packages' })
    $env:HOME = $HomePath
    $env:USERPROFILE = $HomePath
    $env:NO_COLOR = '1'
    $env:POWERSHELL_TELEMETRY_OPTOUT = '1'
}

function Get-TestHome {
    # Windows finds the user's folder without asking the environment, so the tests of the profiles run only where that folder is the home.
    # The user of a build machine has no profiles to lose.
    param([string] $TemporaryHome)

    $userHome = [Environment]::GetFolderPath('UserProfile')
    $isFree = $env:OS -eq 'Windows_NT' -and $env:CI -eq 'true' -and -not (Test-Path (Join-Path $userHome '.ncloud'))
    return $(if ($isFree) { $userHome } else { $TemporaryHome })
}

function Invoke-Suite {
    param([string[]] $Path)

    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $Path
    $configuration.Run.PassThru = $true
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'JUnitXml'
    $configuration.TestResult.OutputPath = Join-Path $Results 'pester.xml'
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.StackTraceVerbosity = 'Filtered'
    return Invoke-Pester -Configuration $configuration
}

# Not a default in param(): Windows PowerShell may not know $PSScriptRoot there yet.
if (-not $Path) {
    $Path = $PSScriptRoot
}

$root = Split-Path (Split-Path $PSScriptRoot)
if (-not $Results) {
    $Results = Join-Path $root 'output/test-results'
}

$simulator = Join-Path $root "tests/NcloudServer.Simulator/bin/$Configuration/net10.0/NcloudServer.Simulator.dll"
$temporaryHome = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
# What counts if anything goes wrong before the tests have been counted.
$count = [ordered]@{ Passed = 0; Failed = 1; Skipped = @() }
try {
    $null = New-Item -ItemType Directory -Force $Results, $temporaryHome -ErrorAction Stop
    if (-not $PesterPath) {
        $PesterPath = & (Join-Path $root '.ci/Find-Pester.ps1') -Destination (Join-Path $root 'output/modules')
    }

    Invoke-MissingBuild $simulator 'tests/NcloudServer.Simulator'
    if (-not $env:NCLOUDSERVER_MODULE) {
        Invoke-MissingBuild (Join-Path $root 'output/NcloudServer/NcloudServer.psd1') 'src/NcloudServer'
    }

    Import-Module $PesterPath -ErrorAction Stop
    Import-Module (Join-Path $PSScriptRoot 'Simulator.psm1'), (Join-Path $PSScriptRoot 'Session.psm1') -ErrorAction Stop
    Initialize-Environment (Start-Simulator $simulator) (Get-TestHome $temporaryHome)
    Import-Module (Get-ModulePath) -ErrorAction Stop

    $run = Invoke-Suite $Path
    $count.Passed = $run.PassedCount
    $count.Skipped = @($run.Skipped | ForEach-Object { "$($_.Path) $($_.ErrorRecord)" })
    # A file that can't be read and a block whose preparation fails have no test of their own that could fail.
    $count.Failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount + [int](-not $run.TotalCount)
} finally {
    Stop-Simulator
    Remove-Item $temporaryHome -Recurse -Force -ErrorAction Ignore
    ConvertTo-Json $count | Set-Content (Join-Path $Results 'pester.json')
}

exit [int]($count.Failed -gt 0)
