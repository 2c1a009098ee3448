#Requires -Version 5.1
<#
.SYNOPSIS
    Installs a package into an empty folder, and fails unless its files are those of the list of hashes and the module can be imported.
.PARAMETER Package
    The package. The list lies beside it, with the extension sha256.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to the person who runs it.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Package
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Get-HashLine {
    param([IO.FileInfo] $File, [string] $Name)

    return (Get-FileHash $File.FullName -Algorithm SHA256).Hash.ToLowerInvariant() + '  ' + $Name.Replace('\', '/')
}

$file = Get-Item $Package
$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $module = & "$PSScriptRoot/Install-Package.ps1" -Package $file.FullName -Destination $folder

    $installed = @(Get-ChildItem $module -File -Recurse |
        ForEach-Object { Get-HashLine $_ "NcloudServer$($_.FullName.Substring($module.Length))" })
    $listed = Get-Content ([IO.Path]::ChangeExtension($file.FullName, 'sha256'))
    $difference = Compare-Object $listed ($installed + (Get-HashLine $file $file.Name))
    if ($difference) {
        throw "The installed module is not the one of the list: $($difference | ForEach-Object { $_.InputObject + $_.SideIndicator })"
    }

    # In a process that knows no other folder with modules.
    $steps = "`$ErrorActionPreference = 'Stop'", "`$env:PSModulePath = '$($folder.Replace("'", "''"))'", 'Import-Module NcloudServer',
        '(Get-Command -Module NcloudServer).Count'
    $engine = & "$PSScriptRoot/Get-EnginePath.ps1"
    $commands = & $engine -NoProfile -NonInteractive -Command ($steps -join '; ')
    $declared = @((Import-PowerShellDataFile (Join-Path $module 'NcloudServer.psd1')).CmdletsToExport).Count
    if ($LASTEXITCODE -ne 0 -or $commands -ne $declared) {
        throw "The installed module should have $declared commands. It gave: $commands"
    }
} finally {
    Remove-Item $folder -Recurse -Force
}

Write-Host "$($file.FullName) was installed: $($installed.Count) files, $declared commands."
