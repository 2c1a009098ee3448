#Requires -Version 5.1
<#
.SYNOPSIS
    Builds the module, shows it, and tests it.
.PARAMETER Task
    Build   compiles both editions and leaves the module at output/NcloudServer.
    Test    builds, runs the xunit suites and the Pester suite, and fails if either fails.
    Demo    builds and runs the main job against a simulated service.
    Help    makes the help files of module/<culture> from the Markdown of src/NcloudServer.Help/<culture>; needs platyPS.
    Bench   builds and measures everything that README.md shows: some quarter of an hour on a machine that does nothing else.
    Pack    builds the package that a gallery takes, lists the hashes of its files beside it, and proves that it can be installed.
    Clean   removes what the other tasks made.
.PARAMETER Check
    With the task Bench: fails where a figure misses its bar. No test does.
.PARAMETER HelpPath
    Where the task Help leaves its files. Default: module.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Help', 'Pack', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [switch] $Check,

    [string] $HelpPath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$output = Join-Path $root 'output'
$module = Join-Path $output 'NcloudServer'
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

function Add-ReleaseNote {
    # The changes are written down once, in CHANGELOG.md.
    param([string] $Manifest)

    $text = Get-Content $Manifest -Raw -Encoding UTF8
    $changes = Get-Content (Join-Path $root 'CHANGELOG.md') -Raw -Encoding UTF8
    $notes = [regex]::Escape((Import-PowerShellDataFile $Manifest).ModuleVersion), 'Unreleased' |
        ForEach-Object { [regex]::Match($changes, "(?ms)^## \[$_\].*?\n(.*?)(?=^## |\z)") } |
        Where-Object Success | Select-Object -First 1 | ForEach-Object { $_.Groups[1].Value.Trim() }
    $empty = "ReleaseNotes = ''"
    if (-not $notes -or -not $text.Contains($empty)) {
        throw "CHANGELOG.md has no section for the release notes, or $Manifest no empty ReleaseNotes to take them."
    }

    [IO.File]::WriteAllText($Manifest, $text.Replace($empty, "ReleaseNotes = '$($notes.Replace("'", "''"))'"))
}

function Build-Module {
    if (Test-Path $module) {
        Remove-Item $module -Recurse -Force
    }

    Invoke-DotNet -ArgumentList 'build', (Join-Path $root 'src/NcloudServer/NcloudServer.csproj'), '--configuration', $Configuration, '--nologo', '--verbosity', 'quiet'
    Copy-Item (Join-Path $root 'module') $module -Recurse
    Copy-Item (Join-Path $root 'LICENSE') $module
    Add-ReleaseNote (Join-Path $module 'NcloudServer.psd1')
    # One folder for each value of $PSEdition. Core has another for each platform for which the client is compiled ahead.
    foreach ($edition in @{ Core = 'net8.0'; Desktop = 'net472' }.GetEnumerator()) {
        $target = New-Item -ItemType Directory -Force (Join-Path $module "bin/$($edition.Key)")
        Copy-Item (Join-Path $root "src/NcloudServer/bin/$Configuration/$($edition.Value)/*.dll") $target
    }

    foreach ($image in Get-ChildItem (Join-Path $root "src/NcloudServer.Client/bin/$Configuration/net8.0/*/NcloudServer.Client.dll")) {
        $target = New-Item -ItemType Directory -Force (Join-Path $module "bin/Core/$($image.Directory.Name)")
        Copy-Item $image $target
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

    # The build for Windows PowerShell needs .NET Framework; elsewhere Mono stands in, with all that its developers' package brings, such as monop.
    if ($env:OS -eq 'Windows_NT' -or (Get-Command monop -ErrorAction Ignore)) {
        & dotnet test (Join-Path $root 'tests/NcloudServer.Client.Tests') --configuration $Configuration --nologo --logger trx --results-directory $results -p:Desktop=true
        $failed = $failed -or $LASTEXITCODE -ne 0
    }

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

function Measure-Module {
    param([switch] $Check)

    $project = Join-Path $root 'tests/NcloudServer.Benchmarks'
    $arguments = (Get-Process -Id $PID).Path, $module, $output
    if ($Check) {
        $arguments += 'check'
    }

    # In Release whatever the module is: what measures has to be quick itself.
    Invoke-DotNet -ArgumentList (@('run', '--project', $project, '--configuration', 'Release', '--') + $arguments)
}

function Get-HashList {
    # One line a file, as sha256sum writes and checks them.
    param([string] $Folder, [IO.FileInfo[]] $File)

    $File | ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant() + '  ' + $_.FullName.Substring($Folder.Length + 1).Replace('\', '/') } |
        Sort-Object { $_.Substring(66) }
}

function Test-Package {
    # What the package gives back has to be what was built, and has to work in a process that knows nothing of this folder.
    param([string] $Repository, [string] $Folder)

    Save-PSResource -Name NcloudServer -Version "[$version]" -Repository $Repository -Path $Folder -TrustRepository
    $saved = Join-Path $Folder "NcloudServer/$version"
    $difference = Compare-Object (Get-HashList $module (Get-ChildItem $module -File -Recurse)) (Get-HashList $saved (Get-ChildItem $saved -File -Recurse))
    if ($difference) {
        throw "The installed module is not the one that was built: $($difference | ForEach-Object { $_.InputObject + $_.SideIndicator })"
    }

    $command = "`$ErrorActionPreference = 'Stop'; `$env:PSModulePath = '$($Folder.Replace("'", "''"))'; Import-Module NcloudServer; (Get-Command -Module NcloudServer).Count"
    $commands = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $command
    $declared = @((Import-PowerShellDataFile (Join-Path $module 'NcloudServer.psd1')).CmdletsToExport).Count
    if ($LASTEXITCODE -ne 0 -or $commands -ne $declared) {
        throw "The installed module gave '$commands' when it should have given its $declared commands."
    }

    Write-Host "Installed from the package, the module has its $declared commands."
}

function New-Package {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Writes below output/ only.')]
    param()

    if (-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
        throw 'Microsoft.PowerShell.PSResourceGet is needed. Install it with: Install-Module Microsoft.PowerShell.PSResourceGet -Scope CurrentUser'
    }

    $version = (Import-PowerShellDataFile (Join-Path $module 'NcloudServer.psd1')).ModuleVersion
    $package = Join-Path $output "NcloudServer.$version.nupkg"
    $list = Join-Path $output "NcloudServer.$version.sha256"
    Remove-Item $package, $list -ErrorAction Ignore

    $repository = [IO.Path]::GetRandomFileName()
    $folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) $repository)
    try {
        Register-PSResourceRepository -Name $repository -Uri $output -Trusted
        Publish-PSResource -Path $module -Repository $repository
        Test-Package $repository $folder.FullName
    } finally {
        Unregister-PSResourceRepository -Name $repository -ErrorAction Ignore
        Remove-Item $folder -Recurse -Force
    }

    $lines = Get-HashList $output (@(Get-ChildItem $module -File -Recurse) + (Get-Item $package))
    [IO.File]::WriteAllText($list, ($lines -join "`n") + "`n")
    Write-Host "The package is at $package"
}

switch ($Task) {
    'Build' { Build-Module }
    'Test' { Build-Module; Test-Module }
    'Pack' { Build-Module; New-Package }
    'Demo' {
        Build-Module
        $demo = Join-Path $root 'tests/NcloudServer.Demo'
        Invoke-DotNet -ArgumentList 'run', '--project', $demo, '--configuration', $Configuration, '--', '--module', (Join-Path $output 'NcloudServer')
    }
    'Bench' { Build-Module; Measure-Module -Check:$Check }
    'Help' { if ($HelpPath) { Export-Help -Path $HelpPath } else { Export-Help } }
    'Clean' {
        Get-ChildItem $root -Directory -Recurse -Force -Include bin, obj |
            Where-Object { $_.FullName -match '[\\/](src|tests)[\\/]' } | Remove-Item -Recurse -Force
        if (Test-Path $output) {
            Remove-Item $output -Recurse -Force
        }
    }
}
